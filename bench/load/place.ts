import { startProduct, type Product } from '#tests/setup/product'
import { runOnServer, withDatabase } from '#tests/setup/worker-databases'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { fillSites } from './fill'

const server = process.env.BENCH_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'

export type Place = { product: Product; databaseUrl: string }

/**
 * The built product on PostgreSQL with so many sites. With `kept` the database of that name is used as an earlier run left
 * it, or made and left; else it is of this run alone.
 */
export async function inPlace<Result>(
  { sites, kept }: { sites: number; kept: string | undefined },
  work: (place: Place) => Promise<Result>,
): Promise<Result> {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-bench-load-'))
  const database = kept ?? `alan_bench_load_${process.pid}`
  const databaseUrl = withDatabase(server, database)
  const env = { DATA_DIR: join(scratch, 'data'), DATABASE_URL: databaseUrl, TRUST_PROXY: 'loopback', LOG_LEVEL: 'warn' }
  try {
    if (!(await exists(database))) {
      await runOnServer(server, `CREATE DATABASE ${database}`)
      // The first start brings the schema, the reference facts and the demo.
      await (await startProduct(env, 'start.mjs')).stop()
      const startedAt = performance.now()
      await fillSites(databaseUrl, sites)
      console.log(`${sites} sites written in ${Math.round((performance.now() - startedAt) / 1000)} s`)
    }
    const startedAt = performance.now()
    const options = `--expose-gc --require ${new URL('collect-garbage.cjs', import.meta.url).pathname}`
    const product = await startProduct({ ...env, NODE_OPTIONS: options }, 'start.mjs')
    console.log(`ready after ${Math.round((performance.now() - startedAt) / 1000)} s`)
    try {
      return await work({ product, databaseUrl })
    } finally {
      await product.stop()
    }
  } finally {
    if (kept === undefined) await runOnServer(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    await rm(scratch, { recursive: true, force: true })
  }
}

async function exists(database: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])).rows.length > 0
  } finally {
    await client.end()
  }
}
