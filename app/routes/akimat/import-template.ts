import { requireRight } from '#app/domain/accounts/session.server'
import { writeTemplate } from '#app/domain/sites/export/template.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import { xlsxType } from '#app/platform/sheets/write-xlsx.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

/** The workbook to fill in; `?columns=all` for every field of the dossier. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'site.edit')
  const isShort = new URL(request.url).searchParams.get('columns') !== 'all'
  const bytes = await writeTemplate(actor, lang, isShort)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': xlsxType,
      'Content-Disposition': `attachment; filename="alan-template-${lang}.xlsx"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
