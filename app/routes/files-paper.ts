import { currentActor } from '#app/domain/accounts/session.server'
import { hasCaseOn } from '#app/domain/inquiries/queries/has-case.server'
import { openPaper } from '#app/domain/sites/queries/open-file.server'
import { attachment } from '#app/platform/http/attachment'
import { fileResponse } from '#app/platform/http/file-response.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

/**
 * A paper of a site, to be saved: what somebody sent must not open in the name of the product, so the browser is told to
 * save it, and, should it show it all the same, to run nothing of it.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await currentActor(request)
  const file = await openPaper(actor, params.fileId ?? '', (siteId) => hasCaseOn(actor, siteId))
  if (file === null) throw notFound()
  const headers = {
    'Cache-Control': file.isPublic ? 'public, max-age=3600' : 'private, no-store',
    'Content-Disposition': attachment(file.fileName),
    'Content-Security-Policy': "sandbox; default-src 'none'",
  }
  const { size } = file
  const response = await fileResponse(request, file, { headers, size, untilTaken: context.untilTaken })
  if (response === null) throw notFound()
  return response
}
