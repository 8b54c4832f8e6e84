import { problemBody } from '#app/platform/http/problem.server'
import { translator } from '#app/platform/i18n/i18n.server'
import { languageOf, languageTags, preferredLanguage, type Language } from '#app/platform/i18n/language'
import { LANGUAGE_COOKIE, readCookie } from '#app/platform/http/cookies'
import { TooBusyError } from '#app/server/load-limit'
import { RefusedRequest } from '#app/server/request-guard'
import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from 'pino'

type Code = RefusedRequest['code'] | 'not_found' | 'busy' | 'failure'

/** So many bytes of a refused body are read away, since a client that still writes does not hear the answer. */
const mostReadAway = 20_000_000

/** What a 503 tells programs to wait. */
const retryAfterSeconds = 5

/** The last stop for failures outside Remix: a small page in the visitor's language, a problem document for the API. */
export function answerFailure(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const { status, code } = judge(error)
    // The line of the request says it; what is refused for want of time must not cost any.
    if (status >= 500 && !(error instanceof TooBusyError))
      log.error({ err: error, requestId: res.locals.requestId as string }, 'request failed')
    // Too late for a page: Express cuts the connection, so that nobody takes half an answer for a whole one.
    if (res.headersSent) return next(error)
    res.status(status).set('Cache-Control', 'no-store')
    if (status === 503) res.set('Retry-After', String(retryAfterSeconds))
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

function sendFailure(req: Request, res: Response, status: number, code: Code): void {
  if (req.path.startsWith('/api/')) {
    const body = JSON.stringify(problemBody({ status, code, title: code.replaceAll('_', ' ') }))
    res.type('application/problem+json').send(body)
  } else {
    res.type('html').send(renderPage(languageFor(req), code, res.locals.requestId as string))
  }
}

function judge(error: unknown): { status: number; code: Code } {
  if (error instanceof RefusedRequest) return { status: error.status, code: error.code }
  const status = (error as { status?: unknown } | null)?.status
  if (status === 404) return { status, code: 'not_found' }
  if (status === 503) return { status, code: 'busy' }
  if (typeof status === 'number' && status >= 400 && status < 500) return { status, code: 'bad_request' }
  return { status: 500, code: 'failure' }
}

function languageFor(req: Request): Language {
  const cookie = readCookie(req.headers.cookie, LANGUAGE_COOKIE)
  return languageOf(req.path) ?? preferredLanguage(cookie, req.headers['accept-language'])
}

function renderPage(language: Language, code: Code, requestId: string): string {
  const t = translator(language)
  return `<!doctype html>
<html lang="${languageTags[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t(`server.${code}.title`)} · ${t('server.name')}</title>
<link rel="stylesheet" href="/error.css">
</head>
<body>
<main>
<p class="name">${t('server.name')}</p>
<h1>${t(`server.${code}.title`)}</h1>
<p>${t(`server.${code}.text`)}</p>
<p><a href="/${language}">${t('server.home')}</a></p>
<p class="request">${t('server.request')} <code>${requestId}</code></p>
</main>
</body>
</html>
`
}
