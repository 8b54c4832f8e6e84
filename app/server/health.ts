import { readReadiness } from '#app/platform/http/readiness.server'
import { Router } from 'express'

/** `/healthz`: the process lives. `/readyz`: its parts serve, or 503 with those that do not. */
export function healthRoutes(): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', (_req, res, next) => {
    readReadiness().then(({ ready, checks }) => {
      const status = ready ? 'ready' : 'not_ready'
      res
        .status(ready ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ status, checks })
    }, next)
  })
  return router
}
