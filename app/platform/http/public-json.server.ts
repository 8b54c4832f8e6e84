import { problem, type Problem } from '#app/platform/http/problem.server'
import { createHash } from 'node:crypto'

/** The public read API may be asked from any page, without cookies. */
const openToAll = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' }

/** Long enough to take a rush, short enough that a publication shows within two seconds. */
const cacheSeconds = 1

type Answer = { contentType?: string; seconds?: number }

/**
 * JSON of the public read API: open to other origins, kept for a moment, 304 for a client that has it already, and the
 * answer to a browser that asks beforehand whether it may ask.
 */
export function publicJson(request: Request, body: unknown, { contentType, seconds }: Answer = {}): Response {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflight() })
  const text = JSON.stringify(body)
  const etag = `"${createHash('sha1').update(text).digest('base64url')}"`
  const headers = {
    ...openToAll,
    ETag: etag,
    'Cache-Control': `public, max-age=${seconds ?? cacheSeconds}`,
    'Content-Type': contentType ?? 'application/json',
  }
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}

/** A problem document of the public read API. */
export function publicProblem(about: Problem): Response {
  return problem(about, openToAll)
}

/** The answer to a write on a path that can only be read. */
export function onlyReads(): Response {
  return problem(
    { status: 405, code: 'method_not_allowed', title: 'This resource can only be read.' },
    { ...openToAll, Allow: 'GET, HEAD, OPTIONS' },
  )
}

function preflight() {
  return { ...openToAll, 'Access-Control-Allow-Methods': 'GET, HEAD', 'Access-Control-Max-Age': '86400' }
}
