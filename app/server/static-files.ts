import express, { Router, type Response } from 'express'
import { join } from 'node:path'

const ONE_HOUR = 'public, max-age=3600'

/** Files of the client build: hashed ones for ever, the others for an hour with an ETag, the basemap by ranges. */
export function staticFiles(clientDir: string): Router {
  const router = Router()
  router.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  )
  router.use(
    '/map',
    express.static(join(clientDir, 'map'), { fallthrough: false, index: false, setHeaders: setMapHeaders }),
  )
  router.use(
    express.static(clientDir, {
      index: false,
      redirect: false,
      setHeaders: (res) => res.setHeader('Cache-Control', ONE_HOUR),
    }),
  )
  return router
}

function setMapHeaders(res: Response, path: string): void {
  if (!path.endsWith('.pmtiles')) return void res.setHeader('Cache-Control', ONE_HOUR)
  // `no-transform`: a compressed answer would have no byte ranges.
  res.setHeader('Cache-Control', `${ONE_HOUR}, no-transform`)
  res.setHeader('Content-Type', 'application/vnd.pmtiles')
}
