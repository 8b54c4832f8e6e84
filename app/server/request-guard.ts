import type { Env } from '#app/platform/env/parse-env'
import type { Request, RequestHandler } from 'express'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const METHODS_WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Forms and JSON; a form with files may be larger, since its own page must answer that a photo is too big. */
export const MAX_BODY_BYTES = 1_000_000
const MAX_UPLOAD_BYTES = 80_000_000

const EMPTY_FORM = 'application/x-www-form-urlencoded'
const FORM_TYPE = /^(application\/x-www-form-urlencoded\b|multipart\/form-data;.*boundary=[^\s;])/i

/** Where forms have files: pictures and papers of a site, an import, messages of a case. */
const UPLOADS =
  /^\/[a-z]{2}\/(akimat\/(import|sites\/[^/]+\/(files|edit))|(spk\/)?inquiries\/\d{4}-\d+(\/\d+|\/message)?)(\.data)?$/

/** A refusal before Remix sees the request; `code` is a key of the `server` words. */
export class RefusedRequest extends Error {
  constructor(
    readonly status: number,
    readonly code: 'bad_request' | 'forbidden' | 'too_large' | 'method',
    reason: string,
  ) {
    super(reason)
    this.name = 'RefusedRequest'
  }
}

/** Turns requests away that Remix would answer with 500: unreadable addresses, forged hosts, unknown methods. */
export function guardAddress(): RequestHandler {
  return (req, _res, next) => {
    if (!METHODS.has(req.method)) return next(new RefusedRequest(405, 'method', 'method'))
    if (!isReadablePath(req.originalUrl)) return next(new RefusedRequest(400, 'bad_request', 'unreadable path'))
    const host = hostOf(req)
    if (!isHost(host)) return next(new RefusedRequest(400, 'bad_request', 'unreadable host'))
    // A proxy that we trust hands on what the client has sent, unless it is set up to write its own.
    if (!/^https?$/.test(req.protocol)) return next(new RefusedRequest(400, 'bad_request', 'unreadable protocol'))
    // From here on there is one host, and no header of a client who only claims to be a proxy.
    req.headers.host = host
    delete req.headers['x-forwarded-host']
    req.headers['x-forwarded-for'] = req.ip ?? req.socket.remoteAddress ?? '127.0.0.1'
    next()
  }
}

/**
 * Refuses writes that another site sends with the visitor's cookies (403): by `Origin`, where that is missing by
 * `Sec-Fetch-Site` or `Referer`. What says nothing of where it comes from may do what needs no session.
 */
export function guardOrigin(env: Env): RequestHandler {
  return (req, _res, next) => {
    if (METHODS_WITHOUT_BODY.has(req.method)) return next()
    const { origin } = req.headers
    if (origin === undefined) {
      return next(isFromElsewhere(req, env) ? new RefusedRequest(403, 'forbidden', 'cross-site write') : undefined)
    }
    if (!isOwnOrigin(origin, req, env)) return next(new RefusedRequest(403, 'forbidden', 'foreign origin'))
    req.headers.host = new URL(origin).host
    next()
  }
}

function isOwnOrigin(origin: string, req: Request, env: Env): boolean {
  return URL.canParse(origin) && (new URL(origin).host === req.headers.host || origin === env.publicUrl)
}

function isFromElsewhere(req: Request, env: Env): boolean {
  const { cookie, referer, 'sec-fetch-site': site } = req.headers
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  if (referer !== undefined) return !URL.canParse(referer) || !isOwnOrigin(new URL(referer).origin, req, env)
  return /session_token=/.test(cookie ?? '')
}

/**
 * Refuses bodies that are too large (413), that do not say how large they are (400), and, outside the API, that are no form
 * (415), which the pages could not read. A body of nothing counts as an empty form.
 */
export function guardBody(): RequestHandler {
  return (req, _res, next) => {
    if (METHODS_WITHOUT_BODY.has(req.method)) return next()
    if (req.headers['transfer-encoding'] !== undefined) {
      return next(new RefusedRequest(400, 'bad_request', 'body without length'))
    }
    const length = Number(req.headers['content-length'] ?? 0)
    if (length === 0) req.headers['content-type'] = EMPTY_FORM
    const type = req.headers['content-type'] ?? ''
    const isUpload = type.startsWith('multipart/form-data') && UPLOADS.test(req.path)
    const limit = isUpload ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES
    if (length > limit) return next(new RefusedRequest(413, 'too_large', `body of ${length} bytes`))
    const isReadable = req.path.startsWith('/api/') || FORM_TYPE.test(type)
    next(isReadable ? undefined : new RefusedRequest(415, 'bad_request', 'body that is no form'))
  }
}

function isReadablePath(pathAndQuery: string): boolean {
  if (!pathAndQuery.startsWith('/') || pathAndQuery.startsWith('//') || pathAndQuery.includes('\\')) return false
  try {
    const { pathname } = new URL(pathAndQuery, 'http://alan.invalid')
    // A backslash is a slash to whoever makes an address of the path again.
    return !/[\p{Cc}\\]/u.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}

function hostOf(req: Request): string {
  const trusts = req.app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean
  const forwarded = trusts(req.socket.remoteAddress, 0) ? req.get('x-forwarded-host')?.split(',')[0]?.trim() : undefined
  return (forwarded ?? req.headers.host ?? '').toLowerCase()
}

function isHost(host: string): boolean {
  return /^([a-z\d]([a-z\d.-]*[a-z\d])?|\[[\da-f:.]+\])(:\d{1,5})?$/.test(host) && URL.canParse(`http://${host}/`)
}
