import { visitor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { medianFirstAnswer } from '#app/domain/inquiries/queries/median-first-answer.server'
import { HomePage } from '#app/domain/search/components/welcome/home-page'
import type { HomeData } from '#app/domain/search/components/welcome/home-data'
import { drawSites, findSites, readFigures, readPlaceNames } from '#app/domain/search/queries.server'
import { emptyCriteria } from '#app/domain/search/schema'
import { listTowns } from '#app/domain/towns/queries.server'
import { isListed } from '#app/domain/towns/rules'
import { env } from '#app/platform/env/env.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

/** Zoom at which the whole country is as wide as the map of this page. */
const countryZoom = 3

export async function loader({ params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const now = new Date()
  const [figures, circles, { facets }, names, towns, answers] = await Promise.all([
    readFigures(visitor, now),
    drawSites(visitor, emptyCriteria(), countryZoom, now),
    findSites(visitor, emptyCriteria(), now),
    readPlaceNames(visitor, lang),
    listTowns(),
    medianFirstAnswer(visitor),
  ])
  const data: HomeData = {
    figures,
    circles,
    towns: towns
      .filter((town) => isListed(town.statuses, localDateOf(now)))
      .map(({ key, regionKey }) => ({
        key,
        name: names.towns[key] ?? key,
        region: names.regions[regionKey] ?? regionKey,
        count: facets.town[key] ?? 0,
      }))
      .sort((left, right) => left.name.localeCompare(right.name, lang)),
    firstAnswerDays: answers.days,
    styleUrl: env().basemap.styleUrl,
  }
  const t = translator(lang)
  return { data, title: t('ui.product.name'), description: t('ui.product.description') }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', description: args.data?.description })

export default function Home() {
  return <HomePage data={useLoaderData<typeof loader>().data} />
}
