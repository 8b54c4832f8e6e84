import { problemBody } from '#app/platform/http/problem.server'
import { languageOf, preferredLanguage, type Language } from '#app/platform/i18n/language'
import { LANGUAGE_COOKIE, readCookie } from '#app/platform/http/cookies'
import { isDatabaseAway } from '#app/platform/outage/database-away'
import { retryAfter } from '#app/platform/http/retry-after'
import { renderFailure, type FailureCode } from '#app/server/failure-page'
import { TooBusyError } from '#app/server/load-limit'
import { RefusedRequest } from '#app/server/request-guard'
import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from 'pino'

/** So many bytes of a refused body are read away, since a client that still writes does not hear the answer. */
const mostReadAway = 20_000_000

/** The last stop for failures outside Remix: a small page in the visitor's language, a problem document for the API. */
export function answerFailure(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    // It was refused in the middle, for instance by a time limit; that its page fails then is no fault.
    if (res.writableEnded) return
    const { status, code } = judge(error)
    // The line of the request says it; what is refused for want of time must not cost any.
    if (status >= 500 && !(error instanceof TooBusyError))
      log.error({ err: error, requestId: res.locals.requestId as string }, 'request failed')
    // Too late for a page: Express cuts the connection, so that nobody takes half an answer for a whole one.
    if (res.headersSent) return next(error)
    res.status(status).set('Cache-Control', 'no-store')
    if (status === 503) res.set(retryAfter)
    const send = () => sendFailure(req, res, status, code)
    if (status !== 413) return send()
    if (Number(req.headers['content-length']) > mostReadAway) {
      res.set('Connection', 'close')
      return send()
    }
    req.resume()
    // A connection that is closed after the answer would be cut while the client still writes, and the answer lost.
    if (res.shouldKeepAlive) send()
    else req.once('end', send)
  }
}

function sendFailure(req: Request, res: Response, status: number, code: FailureCode): void {
  if (req.path.startsWith('/api/')) {
    const body = JSON.stringify(problemBody({ status, code, title: code.replaceAll('_', ' ') }))
    res.type('application/problem+json').send(body)
  } else {
    res.type('html').send(renderFailure(languageFor(req), code, res.locals.requestId as string))
  }
}

function judge(error: unknown): { status: number; code: FailureCode } {
  if (error instanceof RefusedRequest) return { status: error.status, code: error.code }
  const status = (error as { status?: unknown } | null)?.status
  if (status === 404) return { status, code: 'not_found' }
  if (isDatabaseAway(error)) return { status: 503, code: 'away' }
  if (status === 503) return { status, code: 'busy' }
  if (typeof status === 'number' && status >= 400 && status < 500) return { status, code: 'bad_request' }
  return { status: 500, code: 'failure' }
}

function languageFor(req: Request): Language {
  const cookie = readCookie(req.headers.cookie, LANGUAGE_COOKIE)
  return languageOf(req.path) ?? preferredLanguage(cookie, req.headers['accept-language'])
}
