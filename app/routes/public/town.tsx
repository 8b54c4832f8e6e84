import '#app/platform/i18n/town-words.client'
import { visitor } from '#app/domain/accounts/model'
import { usualTerms } from '#app/domain/inquiries/clock/model'
import { medianFirstAnswer } from '#app/domain/inquiries/queries/median-first-answer.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { chooseText } from '#app/domain/kernel/localized'
import { decideBody } from '#app/domain/routing/queries.server'
import { viewCard } from '#app/domain/search/card-view'
import { TownPage, type TownData } from '#app/domain/search/components/town-page'
import { drawSites, findSites, readPlaceNames } from '#app/domain/search/queries.server'
import { singlesFromZoom } from '#app/domain/search/ground-cell'
import { readTownCommitments, readTownScores } from '#app/domain/search/town-trust.server'
import { emptyCriteria } from '#app/domain/search/schema'
import { listRegions, readTown } from '#app/domain/towns/queries.server'
import { isListed } from '#app/domain/towns/rules'
import { env } from '#app/platform/env/env.server'
import { notFound } from '#app/platform/http/not-found.server'
import { makeFormat } from '#app/platform/i18n/format'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { TFunction } from 'i18next'

export async function loader({ params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const town = await readTown(params.key ?? '')
  if (town === null) throw notFound()
  const t = translator(lang)
  const criteria = { ...emptyCriteria(), towns: [town.key] }
  const [answer, sites, names, regions, scores, promises] = await Promise.all([
    findSites(visitor, criteria),
    drawSites(visitor, criteria, singlesFromZoom),
    readPlaceNames(visitor, lang),
    listRegions(),
    readTownScores(visitor),
    readTownCommitments(visitor, town.key),
  ])
  const isOnList = isListed(town.statuses, localDateOf(new Date()))
  const data: TownData = {
    town,
    region: regions.find((region) => region.key === town.regionKey)?.name ?? town.name,
    isOnList,
    status: town.statuses.find((status) => status.inList === isOnList) ?? null,
    total: answer.total,
    cards: answer.items.map((card) => viewCard(card, criteria, lang, names)),
    sites,
    extent: answer.extent,
    styleUrl: env().basemap.styleUrl,
    score: scores.get(town.key) ?? null,
    promises,
    answers: await sayAnswers(town.regionKey, lang, t),
  }
  const name = chooseText(town.name, lang).text
  return { data, title: t('towns.town_title', { name }), description: t('towns.town_description', { name }) }
}

/** Who answers inquiries about the town's sites today, and how fast it did over the last year. */
async function sayAnswers(regionKey: string, lang: Language, t: TFunction): Promise<TownData['answers']> {
  const { body } = await decideBody(visitor, { number: null, regionKey }, localDateOf(new Date()))
  const { days, inTime } = await medianFirstAnswer(visitor, body.id)
  const format = makeFormat(lang, t)
  const promise = format.workingDays(usualTerms.firstAnswer)
  const text = t('towns.answers.text', { body: chooseText(body.name, lang).text, days: promise })
  if (days === null) return { text, speed: t('facts.few_answers') }
  const share = inTime === null ? '' : ` ${t('facts.in_time', { share: format.percent(inTime) })}`
  return { text, speed: t('facts.usually', { days: format.workingDays(days) }) + share }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', description: args.data?.description })

export default function Town() {
  return <TownPage data={useLoaderData<typeof loader>().data} />
}
