import { startProduct } from '#tests/setup/product'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { partsDir } from './build-parts'
import { servePlain } from './serve-plain'

export type ContestantName = 'ours' | 'one file, clustered by the map'

/** A page with a map of the sites; `data` are the requests that bring its marks. */
export type Contestant = { name: ContestantName; url: string; data: RegExp; stop: () => Promise<void> }

/** The built product, whose catalogue holds the generated sites: its search page, its map, its `/api/map`. */
export async function startOurs(sites: number): Promise<Contestant & { origin: string }> {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-bench-'))
  const product = await startProduct({
    ...{ DATA_DIR: join(scratch, 'data'), LOG_LEVEL: 'warn', BENCH_SITES: String(sites) },
    NODE_OPTIONS: `--import ${pathToFileURL(join(partsDir, 'server/catalogue.js'))}`,
  })
  return {
    ...{ name: 'ours', origin: product.url, url: `${product.url}/ru/sites?view=map`, data: /\/api\/map\?/ },
    stop: async () => {
      await product.stop()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

export async function startPlain(sites: number): Promise<Contestant> {
  const { url, stop } = await servePlain(sites)
  return {
    ...{ name: 'one file, clustered by the map', url, data: /\/sites\.geojson$/ },
    stop: () => Promise.resolve(stop()),
  }
}
