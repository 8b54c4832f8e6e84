import { requireProof } from '#app/domain/accounts/proof.server'
import { requirePerson } from '#app/domain/accounts/session.server'
import { makeArchive } from '#app/domain/privacy/make-archive.server'
import { readOwnData } from '#app/domain/privacy/queries/own-data.server'
import { attachment } from '#app/platform/http/attachment'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

/** The archive is asked for by a form: no link of somebody else starts it. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(pathIn(requireLanguage(params.lang), '/account/data'))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const person = await requirePerson(request)
  await requireProof(request, person)
  const own = await readOwnData(person)
  const name = translator(lang)('erasure.export.file')
  return new Response(makeArchive({ name: person.name, ...own }, lang), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachment(`alan-${name}.zip`),
      'Cache-Control': 'no-store',
    },
  })
}
