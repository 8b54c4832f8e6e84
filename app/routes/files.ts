import { currentActor } from '#app/domain/accounts/session.server'
import { openFile } from '#app/domain/sites/queries/open-file.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

/** A photograph in one of its widths. What is stored under an id never changes, so a browser may keep it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const width = /^\d{1,5}$/.test(params.width ?? '') ? Number(params.width) : 0
  const file = await openFile(await currentActor(request), params.fileId ?? '', width)
  if (file === null) throw notFound()
  const headers = {
    'Content-Type': file.contentType,
    ETag: file.tag,
    // A day for shared caches: a picture that leaves the dossier is no longer public.
    'Cache-Control': file.isPublic ? 'public, max-age=2592000, s-maxage=86400' : 'private, max-age=3600',
    'X-Content-Type-Options': 'nosniff',
  }
  if (request.headers.get('If-None-Match') === file.tag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(file.bytes), { headers })
}
