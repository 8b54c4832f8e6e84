import { currentActor } from '#app/domain/accounts/session.server'
import { openAttachment } from '#app/domain/inquiries/queries/open-attachment.server'
import { KeySchema } from '#app/domain/inquiries/schema'
import { attachment } from '#app/platform/http/attachment'
import { fileResponse } from '#app/platform/http/file-response.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

/** An attachment of a case, to be saved: nothing that somebody sent opens in the name of the product. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await currentActor(request)
  const key = KeySchema.safeParse(new URL(request.url).searchParams.get('key'))
  const file = await openAttachment(actor, { id: params.fileId ?? '', key: key.success ? key.data : null })
  if (file === null) throw notFound()
  const headers = {
    'Cache-Control': 'private, no-store',
    'Content-Disposition': attachment(file.fileName),
    'Content-Security-Policy': "sandbox; default-src 'none'",
  }
  const { size } = file
  const response = await fileResponse(request, file, { headers, size, untilTaken: context.untilTaken })
  if (response === null) throw notFound()
  return response
}
