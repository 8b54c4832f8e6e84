import { visitor } from '#app/domain/accounts/model'
import { FavouriteButton } from '#app/domain/alerts/components/favourite-button'
import { SaveSearchLink } from '#app/domain/alerts/components/save-search-link'
import { writeCriteria } from '#app/domain/search/address'
import { DescribeLink } from '#app/domain/matching/components/describe-link'
import { viewCard } from '#app/domain/search/card-view'
import { SearchPage } from '#app/domain/search/components/search-page'
import type { SearchData } from '#app/domain/search/components/search-data'
import { findAlmostFitting, findSites, findWaysOut, parseSearch, readPlaceNames } from '#app/domain/search/queries.server'
import { env } from '#app/platform/env/env.server'
import { pack, unpack } from '#app/platform/http/packed'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pageMeta } from '#app/ui/seo'
import type { PageHandle } from '#app/ui/shell/page-handle'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'

export const handle: PageHandle = { frame: 'full' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const t = translator(lang)
  const address = new URL(request.url).searchParams
  const { criteria, ignored } = await parseSearch(visitor, address, ['view', '_routes'])
  const [answer, almost, names] = await Promise.all([
    findSites(visitor, criteria),
    findAlmostFitting(visitor, criteria),
    readPlaceNames(visitor, lang),
  ])
  const { total, page, size, openTotal, extent, facets } = answer
  const data: SearchData = {
    criteria,
    ignored,
    items: answer.items.map((card) => viewCard(card, criteria, lang, names)),
    open: answer.open.slice(0, 20).map((card) => viewCard(card, criteria, lang, names)),
    almost: almost.items.map((card) => viewCard(card, criteria, lang, names)),
    almostTotal: almost.total,
    presets: almost.presets,
    waysOut: total === 0 ? await findWaysOut(visitor, criteria) : [],
    view: address.get('view') === 'map' ? 'map' : 'list',
    styleUrl: env().basemap.styleUrl,
    ...{ total, page, size, openTotal, extent, facets, names },
  }
  return { data: pack(data), title: t('search.title'), description: t('search.description') }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', description: args.data?.description })

const keepButton = (number: string) => <FavouriteButton number={number} />

export default function Search() {
  const { text } = useLoaderData<typeof loader>().data
  // The same text is the same answer: the map and the lists do not begin anew with every navigation inside the page.
  const data = useMemo(() => unpack<SearchData>({ text }), [text])
  const query = writeCriteria(data.criteria).toString()
  return (
    <SearchPage
      data={data}
      cardAction={keepButton}
      actions={
        <div className="flex flex-wrap gap-x-6">
          <SaveSearchLink query={query} />
          <DescribeLink query={query} />
        </div>
      }
    />
  )
}
