import { writeMetrics } from '#app/platform/metrics/metrics.server'
import { Router, type Request } from 'express'
import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * `/metrics`: figures for Prometheus, to this machine and to who knows the token. What came through a proxy counts as
 * from outside, also when the proxy stands on this machine. To all others the page does not exist.
 */
export function metricsRoutes(token: string | null): Router {
  const router = Router()
  router.get('/metrics', (req, res, next) => {
    if (!isFromHere(req) && !hasToken(req, token)) return next()
    writeMetrics().then(({ type, text }) => {
      res.set('Cache-Control', 'no-store').type(type).send(text)
    }, next)
  })
  return router
}

function isFromHere({ socket, headers }: Request): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false
  return /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')
}

function hasToken({ headers }: Request, token: string | null): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return token !== null && timingSafeEqual(hash(headers.authorization ?? ''), hash(`Bearer ${token}`))
}
