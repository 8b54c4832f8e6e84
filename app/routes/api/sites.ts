import { visitor } from '#app/domain/accounts/model'
import { presentSearch } from '#app/domain/search/api'
import { findSites, parseSearch } from '#app/domain/search/queries.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { onlyReads, publicJson } from '#app/platform/http/public-json.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

export async function loader({ request }: LoaderFunctionArgs) {
  const { criteria, ignored } = await parseSearch(visitor, new URL(request.url).searchParams)
  const answer = await findSites(visitor, criteria)
  return publicJson(request, presentSearch(answer, ignored, publicOrigin()))
}

export const action = onlyReads
