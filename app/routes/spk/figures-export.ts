import { requireProof } from '#app/domain/accounts/proof.server'
import { requireRight } from '#app/domain/accounts/session.server'
import { exportFigures } from '#app/domain/inquiries/figures/export-figures.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

/** The figures as a table: figures.xlsx and figures.csv. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  await requireProof(request, actor)
  const format = new URL(request.url).pathname.endsWith('.csv') ? 'csv' : 'xlsx'
  const { fileName, contentType, body } = await exportFigures(actor, lang, format)
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
