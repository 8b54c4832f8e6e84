import type { Env } from '#app/platform/env/parse-env'
import { answerFailure } from '#app/server/error-page'
import { healthRoutes } from '#app/server/health'
import { limitLoad, type LoadLimit } from '#app/server/load-limit'
import { PUBLIC_ANSWERS, publicAnswers, type PublicAnswerSource } from '#app/server/public-answers'
import { metricsRoutes } from '#app/server/metrics'
import { oversee } from '#app/server/oversight'
import { guardAddress, guardBody, guardOrigin, MAX_BODY_BYTES } from '#app/server/request-guard'
import { identifyRequest } from '#app/server/request-log'
import { securityHeaders } from '#app/server/security-headers'
import { staticFiles } from '#app/server/static-files'
import { limitArrival, limitTime } from '#app/server/time-limit'
import { redirectToLanguage } from '#app/server/welcome'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import { constants } from 'node:zlib'
import type { Logger } from 'pino'

interface AppParts {
  env: Env
  log: Logger
  /** Directory of the client build; null in development, where Vite serves the files. */
  clientDir: string | null
  /** Answers every page: the Remix request handler. */
  pages: RequestHandler
  /** Where searches that everybody gets alike are made, to be kept; null where pages change under the server. */
  forAll: PublicAnswerSource | null
  load: LoadLimit
}

/** Measured on the pages: a tenth smaller than the default of 4 for a few milliseconds; 7 and more cost tens. */
const PAGE_BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 6 }
const TIME_LIMITS = { readMs: 30_000, writeMs: 180_000 }
const ARRIVAL = { ms: 30_000, bytes: MAX_BODY_BYTES }

/** Everything between the socket and the pages; the order of the lines is the order in which a request meets them. */
export function createApp({ env, log, clientDir, pages, forAll, load }: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.trustProxy)
  app.set('etag', false)
  app.use(identifyRequest(log))
  app.use(securityHeaders(env, clientDir === null))
  // Before the guard, which writes the headers of proxies anew.
  app.use(metricsRoutes(env.metricsToken))
  app.use(guardAddress())
  app.use(healthRoutes())
  // Before everything that looks for files or compresses: these answers are ready.
  if (forAll !== null) app.get(PUBLIC_ANSWERS, limitTime(TIME_LIMITS), publicAnswers(forAll, env.publicUrl, load))
  app.use(compression({ filter: isCompressible, brotli: { params: PAGE_BROTLI } }))
  if (clientDir !== null) app.use(staticFiles(clientDir))
  app.use(guardOrigin(env), guardBody(), limitTime(TIME_LIMITS), limitArrival(ARRIVAL))
  // Last, so that what is ready is given away however much there is to do.
  app.use(limitLoad(load))
  app.get('/', redirectToLanguage)
  app.use(oversee())
  app.all('*', pages)
  app.use(answerFailure(log))
  return app
}

const isCompressible: compression.CompressionFilter = (req, res) => {
  const type = String(res.getHeader('Content-Type') ?? '')
  // A compressed event would wait in the buffer until more follow.
  return !type.startsWith('text/event-stream') && compression.filter(req, res)
}
