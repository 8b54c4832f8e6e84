import { noteSearch } from '#app/domain/insight/commands/note-search.server'
import { readColumns } from '#app/domain/search/catalogue.server'
import { env } from '#app/platform/env/env.server'
import { projectRoot } from '#app/platform/env/project-root.server'
import { log } from '#app/platform/log/log.server'
import { registerGauge } from '#app/platform/metrics/metrics.server'
import { guardRoutes } from '#app/server/guard-routes'
import { createApp } from '#app/server/create-app'
import { LoadLimit } from '#app/server/load-limit'
import type { PublicAnswerSource } from '#app/server/public-answers'
import { KEPT_NONCE } from '#app/server/page-for-all'
import { createRequestHandler } from '@remix-run/express'
import { createRequestHandler as createAnswerer } from '@remix-run/node'
import type { Response } from 'express'
import { join } from 'node:path'
import * as remixBuild from 'virtual:remix/server-build'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** Nonce of the Content-Security-Policy, for every inline script of the page. */
    cspNonce: string
    /** Shown on error pages and found in the log. */
    requestId: string
    /** Address of the visitor, as far as TRUST_PROXY allows to know it. */
    clientIp: string
    /** Resolves when the visitor has taken what was written so far, or is gone. Remix does not wait for it. */
    untilTaken: () => Promise<void>
  }
}

const build = guardRoutes(remixBuild)

const answerPage = createRequestHandler({
  build,
  mode: import.meta.env.PROD ? 'production' : 'development',
  getLoadContext: (req, res) => ({
    cspNonce: res.locals.cspNonce as string,
    requestId: res.locals.requestId as string,
    clientIp: req.ip ?? '',
    untilTaken: () => waitForRoom(res),
  }),
})

const answerForAll = createAnswerer(build, 'production')

/** Freshness is counted by the clock: a page that is kept may be so much behind it. */
const STAMP_MS = 60_000

const forAll: PublicAnswerSource = {
  render: (address) =>
    answerForAll(new Request(address), {
      cspNonce: KEPT_NONCE,
      requestId: '',
      clientIp: '',
      untilTaken: () => Promise.resolve(),
    }),
  note: noteSearch,
  readStamp: async () => `${(await readColumns()).version} ${Math.floor(Date.now() / STAMP_MS)}`,
}

const load = new LoadLimit()
registerGauge({ name: 'alan_http_in_progress', help: 'Requests that are worked on' }, () => [
  { value: load.inProgress },
])

/** The web application of this build: Express in front, Remix for the pages. */
export const app = createApp({
  env: env(),
  log,
  clientDir: import.meta.env.PROD ? join(projectRoot(), 'build/client') : null,
  pages: (req, res, next) => void answerPage(req, res, next),
  forAll: import.meta.env.PROD ? forAll : null,
  load,
})

function waitForRoom(res: Response): Promise<void> {
  if (!res.writableNeedDrain || res.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const go = () => {
      res.off('drain', go).off('close', go)
      resolve()
    }
    res.once('drain', go).once('close', go)
  })
}
