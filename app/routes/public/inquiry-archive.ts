import { currentActor } from '#app/domain/accounts/session.server'
import { makeArchive } from '#app/domain/privacy/make-archive.server'
import { readOwnCase } from '#app/domain/privacy/queries/own-data.server'
import { attachment } from '#app/platform/http/attachment'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import type { ActionFunctionArgs } from '@remix-run/node'
import { readCaseAddress } from './case-address.server'

/** There is nothing to look at here. */
export function loader() {
  throw notFound()
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const address = readCaseAddress(request, params.number)
  const own = await readOwnCase(await currentActor(request), address)
  return new Response(makeArchive(own, lang), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachment(`alan-${address.number}.zip`),
      'Cache-Control': 'no-store',
    },
  })
}
