import { visitor } from '#app/domain/accounts/model'
import { plain } from '#app/domain/sites/passport/said'
import { makePassport, slowMs } from '#app/domain/sites/pdf/make-passport.server'
import { inline } from '#app/platform/http/attachment'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { writeSheet } from './passport-sheet.server'
import { readSource } from './passport-source.server'

/** Seconds after which to ask again: when too many papers are being made, and when this one took too long. */
const retryAfter = { busy: 5, too_slow: slowMs / 1000 } as const

/** The passport of a site on paper, for whoever may see its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const asked = { number: params.number ?? '', reader: visitor, project: null, lang, now: new Date() }
  const reading = await readSource(asked)
  if (reading === null) throw notFound()
  const sheet = writeSheet({ ...reading, lang })
  const { number, name } = sheet.data
  if (number !== params.number) throw redirect(pathIn(lang, `/sites/${number}/passport.pdf`), 301)
  const made = await makePassport(sheet)
  if (!made.ok) {
    return new Response(translator(lang)(`pdf.${made.code}`), {
      status: 503,
      headers: {
        'Retry-After': String(retryAfter[made.code]),
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
      },
    })
  }
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': inline(`${[number, plain(name)].filter(Boolean).join(' ')}.pdf`),
    ETag: `"${made.tag.slice(0, 32)}"`,
    // Whoever has it asks whether it still holds: a confirmation or a new version must not take a day to arrive.
    'Cache-Control': 'public, no-cache',
  }
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(made.bytes), { headers })
}
