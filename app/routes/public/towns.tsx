import '#app/platform/i18n/town-words.client'
import { visitor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { chooseText } from '#app/domain/kernel/localized'
import { findSites } from '#app/domain/search/queries.server'
import { readTownScores } from '#app/domain/search/town-trust.server'
import { emptyCriteria } from '#app/domain/search/schema'
import { LeftTowns, ListedTowns, sortTowns, townOrderOf, type TownRow } from '#app/domain/towns/components/town-list'
import { listRegions, listTowns } from '#app/domain/towns/queries.server'
import { isListed } from '#app/domain/towns/rules'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const today = localDateOf(new Date())
  const [towns, regions, { facets }, scores] = await Promise.all([
    listTowns(),
    listRegions(),
    findSites(visitor, emptyCriteria()),
    readTownScores(visitor),
  ])
  const rows = towns
    .map(({ key, name, regionKey, statuses }) => {
      const isOnList = isListed(statuses, today)
      const row: TownRow = {
        key,
        name,
        region: regions.find((region) => region.key === regionKey)?.name ?? name,
        count: facets.town[key] ?? 0,
        score: scores.get(key) ?? null,
        status: statuses.find((status) => status.inList === isOnList) ?? null,
      }
      return { row, isOnList }
    })
    .sort((left, right) =>
      chooseText(left.row.name, lang).text.localeCompare(chooseText(right.row.name, lang).text, lang),
    )
  const order = townOrderOf(new URL(request.url).searchParams.get('sort'))
  const t = translator(lang)
  return {
    order,
    listed: sortTowns(
      rows.filter(({ isOnList }) => isOnList).map(({ row }) => row),
      order,
    ),
    left: rows.filter(({ isOnList }) => !isOnList).map(({ row }) => row),
    title: t('towns.title'),
    description: t('towns.lead'),
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', description: args.data?.description })

export default function Towns() {
  const { t } = useLanguage()
  const { listed, left, order } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t('towns.title')} lead={t('towns.lead')} />
      <div className="flex flex-col gap-12">
        <ListedTowns towns={listed} order={order} />
        <LeftTowns towns={left} />
      </div>
    </>
  )
}
