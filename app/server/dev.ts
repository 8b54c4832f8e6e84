import { env } from '#app/platform/env/env.server'
import { runProcess } from '#app/server/run-process'
import type { SeedModule } from '#app/server/start-up'
import express from 'express'
import { existsSync } from 'node:fs'
import { createServer } from 'vite'

type AppModule = typeof import('#app/server/app')
const RELOAD_PORT_DISTANCE = 20_000

type StartUpModule = typeof import('#app/server/start-up')

await runProcess(async () => {
  // Two development servers on one machine must not meet on Vite's usual port for reloads.
  const vite = await createServer({
    server: { middlewareMode: true, hmr: { port: env().port + RELOAD_PORT_DISTANCE } },
  })
  const app = express()
  app.disable('x-powered-by')
  app.use(vite.middlewares)
  app.use((req, res, next) => {
    vite.ssrLoadModule('./app/server/app.ts').then((module) => (module as AppModule).app(req, res, next), next)
  })
  // Loaded through Vite too, so that the start and the pages share their modules.
  const { startProduct } = (await vite.ssrLoadModule('./app/server/start-up.ts')) as StartUpModule
  const running = await startProduct({
    env: env(),
    loadHandler: async () => app,
    importSeeds: async () =>
      existsSync('seeds/main.ts') ? ((await vite.ssrLoadModule('./seeds/main.ts')) as SeedModule) : null,
  })
  return {
    address: running.address,
    stop: async () => {
      await running.stop()
      await vite.close()
    },
  }
})
