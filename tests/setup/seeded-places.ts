import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findPostgres } from '#tests/setup/postgres-cluster'
import { startProduct } from '#tests/setup/product'
import { runOnServer, withDatabase } from '#tests/setup/worker-databases'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data directory with the demo, to be copied: the embedded database and the files. */
    seededFolder: string
    /** Folder of the PostgreSQL programs; null where there are none. */
    postgresPrograms: string | null
  }
}

export const seededDatabase = 'alan_faults_seeded'
export const sessionSecret = 'faults-faults-faults-faults-faults-faults'

/** Runs once before the tests of faults: starts the product with its demo data, so that each test begins with a copy. */
export default async function seedOnce(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-seeded-'))
  const folder = join(scratch, 'data')
  const product = await startProduct({ DATA_DIR: folder, SESSION_SECRET: sessionSecret, LOG_LEVEL: 'warn' })
  await product.stop()
  project.provide('seededFolder', folder)
  project.provide('postgresPrograms', await findPostgres())
  return () => rm(scratch, { recursive: true, force: true })
}

/** Fills a database of the cluster with the demo, to be copied by `CREATE DATABASE … TEMPLATE`. */
export async function seedCluster(url: string, folder: string): Promise<void> {
  await runOnServer(url, `CREATE DATABASE ${seededDatabase}`)
  const scratch = await mkdtemp(join(tmpdir(), 'alan-seeding-'))
  await cp(join(folder, 'files'), join(scratch, 'files'), { recursive: true })
  const product = await startProduct({
    ...{ DATA_DIR: scratch, DATABASE_URL: withDatabase(url, seededDatabase) },
    ...{ SESSION_SECRET: sessionSecret, LOG_LEVEL: 'warn' },
  })
  await product.stop()
  await rm(scratch, { recursive: true, force: true })
}
