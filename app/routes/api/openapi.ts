import { workflowStates } from '#app/domain/inquiries/clock/model'
import { matchPaths, matchSchemas } from '#app/domain/matching/open-api'
import { describeApi } from '#app/domain/search/open-api'
import { describeWebhooks, webhookSchemas } from '#app/domain/webhooks/open-api'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { onlyReads, publicJson } from '#app/platform/http/public-json.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

export function loader({ request }: LoaderFunctionArgs) {
  const api = describeApi(publicOrigin())
  const described = {
    ...api,
    paths: { ...api.paths, ...matchPaths() },
    webhooks: describeWebhooks(),
    components: { schemas: { ...api.components.schemas, ...matchSchemas(), ...webhookSchemas(workflowStates) } },
  }
  return publicJson(request, described, { seconds: 300 })
}

export const action = onlyReads
