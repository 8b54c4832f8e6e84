import { encodeBest, forgetEncoding } from '#app/server/compressed-files'
import express, { Router, type Response } from 'express'
import { extname, join } from 'node:path'

const ONE_HOUR = 'public, max-age=3600'

/** What only documents and workers need; on the many small files of a page it would weigh more than the files. */
const DOCUMENT_HEADERS = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Permissions-Policy',
  'Referrer-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-Request-Id',
  'X-XSS-Protection',
]
/** Not `.mjs`: those are workers, which have a policy of their own. */
const SUBRESOURCES = new Set(['.js', '.css', '.woff2'])

/** Files of the client build: hashed ones for ever, the others for an hour with an ETag, the basemap by ranges. */
export function staticFiles(clientDir: string): Router {
  const router = Router()
  const assetsDir = join(clientDir, 'assets')
  router.use(
    '/assets',
    encodeBest(assetsDir),
    express.static(assetsDir, {
      immutable: true,
      maxAge: '1y',
      fallthrough: false,
      index: false,
      redirect: false,
      lastModified: false,
      setHeaders: dropDocumentHeaders,
    }),
    forgetEncoding,
  )
  router.use(
    '/map',
    express.static(join(clientDir, 'map'), {
      ...{ fallthrough: false, index: false, redirect: false },
      setHeaders: setMapHeaders,
    }),
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

function dropDocumentHeaders(res: Response, path: string): void {
  if (!SUBRESOURCES.has(extname(path.replace(/\.(br|gz)$/, '')))) return
  for (const name of DOCUMENT_HEADERS) res.removeHeader(name)
}

function setMapHeaders(res: Response, path: string): void {
  if (!path.endsWith('.pmtiles')) return void res.setHeader('Cache-Control', ONE_HOUR)
  // `no-transform`: a compressed answer would have no byte ranges.
  res.setHeader('Cache-Control', `${ONE_HOUR}, no-transform`)
  res.setHeader('Content-Type', 'application/vnd.pmtiles')
}
