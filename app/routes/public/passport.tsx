import { visitor } from '#app/domain/accounts/model'
import { chooseText } from '#app/domain/kernel/localized'
import { localDateOf } from '#app/domain/kernel/local-date'
import { medianFirstAnswer } from '#app/domain/inquiries/queries/median-first-answer.server'
import { decideBody } from '#app/domain/routing/queries.server'
import type { PassportData } from '#app/domain/sites/components/passport/passport-data'
import { PassportPage } from '#app/domain/sites/components/passport/passport-page'
import { fallsUnderArticle234 } from '#app/domain/sites/passport-rules'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { freshnessOf } from '#app/domain/sites/rules'
import { describeSite } from '#app/domain/sites/structured-data'
import { listIncentives, listRegions, readTown } from '#app/domain/towns/queries.server'
import { env } from '#app/platform/env/env.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const now = new Date()
  const site = await readPassport(visitor, params.number ?? '')
  if (site === null) throw notFound()
  if (site.number !== params.number) throw redirect(pathIn(lang, `/sites/${site.number}`), 301)
  const [town, regions, measures] = await Promise.all([readTown(site.townKey), listRegions(), listIncentives()])
  if (town === null) throw notFound()
  const { body } = await decideBody(visitor, town.regionKey, localDateOf(now))
  const answers = await medianFirstAnswer(visitor, body.id)
  const { number, kind, status, isDemo, dossier, photos } = site
  const { population, enterprises, rail, road } = town.facts
  const data: PassportData = {
    ...{ number, kind, status, isDemo, dossier, photos },
    freshness: freshnessOf(site.confirmedAt, now),
    confirmedAt: site.confirmedAt?.toISOString() ?? null,
    endedAt: site.endedAt?.toISOString() ?? null,
    article234: fallsUnderArticle234(dossier.rights, now),
    town: { key: town.key, name: town.name, population, enterprises, rail, road },
    region: regions.find((region) => region.key === town.regionKey)?.name ?? town.name,
    incentives: measures.filter((measure) => dossier.offeredFor.incentives.includes(measure.key)),
    body: body.name,
    firstAnswerDays: answers.days,
    styleUrl: env().basemap.styleUrl,
  }
  const t = translator(lang)
  const townName = chooseText(town.name, lang).text
  const image = photos[0] ? `/files/${photos[0].fileId}/${photos[0].widths.at(-1) ?? photos[0].width}` : null
  const origin = publicOrigin()
  const url = `${origin}${pathIn(lang, `/sites/${number}`)}`
  return {
    data,
    image,
    title: t('passport.meta_title', { name: chooseText(dossier.identity.name, lang).text, town: townName, number }),
    description: t('passport.meta_description', { town: townName, kind: t(`sites.kind.${kind}`) }),
    structured: describeSite(site, lang, townName, url, image && origin + image),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const { data } = args
  if (!data) return pageMeta(args, { title: '' })
  const { title, description, image } = data
  return [
    ...pageMeta(args, { title, description, image: image ?? undefined }),
    { 'script:ld+json': data.structured },
  ]
}

export default function Passport() {
  return <PassportPage data={useLoaderData<typeof loader>().data} />
}
