import { visitor } from '#app/domain/accounts/model'
import { presentMap } from '#app/domain/search/api'
import { drawSites, parseSearch } from '#app/domain/search/queries.server'
import { defaultZoom, readZoom } from '#app/domain/search/zoom'
import { onlyReads, publicJson } from '#app/platform/http/public-json.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { criteria, ignored } = await parseSearch(visitor, params, ['zoom'])
  const zoom = readZoom(params.get('zoom'))
  if (!zoom.ok) ignored.push({ name: 'zoom', value: params.get('zoom') ?? '' })
  const answer = await drawSites(visitor, criteria, zoom.ok ? zoom.value : defaultZoom)
  return publicJson(request, presentMap(answer, ignored), { contentType: 'application/geo+json' })
}

export const action = onlyReads
