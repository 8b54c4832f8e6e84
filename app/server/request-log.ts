import { requestContext } from '#app/platform/http/request-context.server'
import { noteRequest } from '#app/platform/metrics/metrics.server'
import { redactUrl } from '#app/platform/log/redact-url'
import type { RequestHandler } from 'express'
import { randomBytes, randomUUID } from 'node:crypto'
import type { Logger } from 'pino'

const QUIET_PATHS = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * Gives the request its id and nonce, runs everything after it in the request's context, and writes one line when it is
 * over. The id is always ours: one sent by a client could be used to confuse the log.
 */
export function identifyRequest(log: Logger): RequestHandler {
  return (req, res, next) => {
    const requestId = randomUUID()
    res.locals = { requestId, cspNonce: randomBytes(16).toString('base64') }
    res.setHeader('X-Request-Id', requestId)
    const startedAt = process.hrtime.bigint()
    const bytesBefore = req.socket.bytesWritten
    res.on('close', () => {
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9
      // How long a page was open says nothing about answers.
      const isStream = String(res.getHeader('Content-Type')).startsWith('text/event-stream')
      if (!isStream) noteRequest(req.method, res.writableFinished ? String(res.statusCode) : 'aborted', seconds)
      const line = {
        requestId,
        method: req.method,
        path: redactUrl(req.originalUrl),
        status: res.statusCode,
        ms: Math.round(seconds * 1e4) / 10,
        bytes: req.socket.bytesWritten - bytesBefore,
        ...(res.writableFinished ? {} : { aborted: true }),
      }
      if (QUIET_PATHS.has(req.path)) log.debug(line, 'request')
      else log.info(line, 'request')
    })
    requestContext.run({ requestId, address: req.ip }, next)
  }
}
