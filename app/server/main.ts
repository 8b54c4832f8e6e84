import { existsSync } from 'node:fs'
import { env } from '#app/platform/env/env.server'
import { runProcess } from '#app/server/run-process'
import { startProduct, type SeedModule } from '#app/server/start-up'

/** The seeds are a second entry of the server build, so `app` does not import them. */
async function importSeeds(): Promise<SeedModule | null> {
  const url = new URL('./seed.js', import.meta.url)
  return existsSync(url) ? ((await import(/* @vite-ignore */ url.href)) as SeedModule) : null
}

if (import.meta.env.PROD) {
  await runProcess(async () =>
    startProduct({
      env: env(),
      loadHandler: async () => (await import('#app/server/app')).app,
      importSeeds,
    }),
  )
}
