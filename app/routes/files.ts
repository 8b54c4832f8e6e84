import { currentActor } from '#app/domain/accounts/session.server'
import { hasCaseOn } from '#app/domain/inquiries/queries/has-case.server'
import { openPhoto } from '#app/domain/sites/queries/open-file.server'
import { fileResponse } from '#app/platform/http/file-response.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

/** A photograph in one of its widths: `480` in WebP, `480.avif` in AVIF as soon as there is one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = /^(\d{1,5})(\.avif)?$/.exec(params.width ?? '')
  const actor = await currentActor(request)
  const format = asked?.[2] ? 'avif' : 'webp'
  const file = await openPhoto(actor, params.fileId ?? '', Number(asked?.[1] ?? 0), format, (siteId) =>
    hasCaseOn(actor, siteId),
  )
  const headers = { 'Cache-Control': file === null ? '' : cacheOf(file) }
  const response = file && (await fileResponse(request, file, { headers, untilTaken: context.untilTaken }))
  if (response === null) throw notFound()
  return response
}

function cacheOf({ isPublic, isPreliminary }: { isPublic: boolean; isPreliminary: boolean }): string {
  if (!isPublic) return 'private, no-store'
  if (isPreliminary) return 'public, max-age=300'
  // What is stored under an id never changes. A day for shared caches: a picture that leaves the dossier is no longer public.
  return 'public, max-age=2592000, s-maxage=86400, immutable'
}
