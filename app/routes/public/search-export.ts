import { visitor } from '#app/domain/accounts/model'
import { clientOf } from '#app/domain/accounts/session.server'
import { exportSearch, mayExport } from '#app/domain/search/export/queries.server'
import { exportFormats } from '#app/domain/search/export/table'
import { findSites, parseSearch } from '#app/domain/search/queries.server'
import { attachment } from '#app/platform/http/attachment'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

/** The sites that a search finds as a file: sites.xlsx, sites.csv and sites.geojson with the parameters of the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const { pathname, searchParams } = new URL(request.url)
  const format = exportFormats.find((known) => pathname.endsWith(`.${known}`)) ?? 'csv'
  const { criteria } = await parseSearch(visitor, searchParams)
  const { total } = await findSites(visitor, { ...criteria, page: 1, size: 1 })
  if (!(await mayExport(visitor, total, clientOf(request).address))) {
    return new Response(translator(lang)('search.export.too_many'), {
      status: 429,
      headers: { 'Retry-After': '60', 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  }
  const { fileName, contentType, body } = await exportSearch(visitor, criteria, lang, format)
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': attachment(fileName),
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
}
