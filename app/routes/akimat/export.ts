import { requireProof } from '#app/domain/accounts/proof.server'
import { requireRight } from '#app/domain/accounts/session.server'
import { exportOwnSites } from '#app/domain/sites/export/own-sites.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

/** The sites of the territory as a table: export.xlsx and export.csv. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.read')
  await requireProof(request, actor)
  const format = new URL(request.url).pathname.endsWith('.csv') ? 'csv' : 'xlsx'
  const { fileName, contentType, body } = await exportOwnSites(actor, lang, format)
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
