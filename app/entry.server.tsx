import { LANGUAGE_COOKIE, preferenceCookie, readCookie } from '#app/platform/http/cookies'
import { retryAfter } from '#app/platform/http/retry-after'
import { log } from '#app/platform/log/log.server'
import { pageI18n } from '#app/platform/i18n/i18n.server'
import { defaultLanguage, languageOf } from '#app/platform/i18n/language'
import { RequestPageContext } from '#app/ui/request-page'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'

/** How long deferred data may hold a page open. */
export const streamTimeout = 10_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { cspNonce, requestId }: AppLoadContext,
): Promise<Response> {
  const language = languageOf(new URL(request.url).pathname)
  const i18n = pageI18n(language ?? defaultLanguage)
  keepPrivate(headers)
  if (status === 503) headers.set('Retry-After', retryAfter['Retry-After'])
  if (language !== null && readCookie(request.headers.get('Cookie'), LANGUAGE_COOKIE) !== language) {
    headers.append('Set-Cookie', preferenceCookie(LANGUAGE_COOKIE, language))
  }
  headers.set('Content-Type', 'text/html; charset=utf-8')

  return new Promise((resolve, reject) => {
    let hasShell = false
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18n}>
        <RequestPageContext.Provider value={{ cspNonce, requestId }}>
          <RemixServer context={context} url={request.url} nonce={cspNonce} />
        </RequestPageContext.Provider>
      </I18nextProvider>,
      {
        nonce: cspNonce,
        onShellReady: () => (hasShell = true),
        // No page defers anything, and a page that is written in one piece compresses an eighth smaller.
        onAllReady() {
          const answer = (body: Buffer) => resolve(new Response(new Uint8Array(body), { headers, status }))
          buffer(pipe(new PassThrough())).then(answer, reject)
        },
        onShellError: reject,
        onError(error: unknown) {
          // Before the shell, `onShellError` rejects and the failure is logged once, there.
          if (hasShell) log.error({ err: error }, 'rendering failed')
        },
      },
    )
    setTimeout(abort, streamTimeout + 1000).unref()
  })
}

export function handleDataRequest(response: Response): Response {
  keepPrivate(response.headers)
  if (response.status === 503) response.headers.set('Retry-After', retryAfter['Retry-After'])
  return response
}

export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  // An expected "no" is no fault, and a visitor who left is none either.
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  log.error({ err: error }, 'page failed')
}

function keepPrivate(headers: Headers): void {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
}
