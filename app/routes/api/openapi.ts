import { describeApi } from '#app/domain/search/open-api'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { onlyReads, publicJson } from '#app/platform/http/public-json.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

export function loader({ request }: LoaderFunctionArgs) {
  return publicJson(request, describeApi(publicOrigin()), { seconds: 300 })
}

export const action = onlyReads
