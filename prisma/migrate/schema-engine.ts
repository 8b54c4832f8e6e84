import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaContainer, SchemaEngine } from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { migrationsFolder, readMigrations } from '#app/platform/db/migrations/read-migrations.server'
import type { Migration } from '#app/platform/db/migrations/read-migrations.server'
import { projectRoot } from '#app/platform/env/project-root.server'

const NO_FILTERS = { externalTables: [], externalEnums: [] }

/**
 * Gives `work` Prisma's own schema engine, compiled to WebAssembly, with an empty PGlite in memory as its database and
 * shadow database. Nothing is downloaded and no real database is touched.
 */
async function withEngine<T>(work: (engine: SchemaEngine, schema: SchemaContainer[]) => Promise<T>): Promise<T> {
  await loadEngine()
  const schema = await readSchema()
  const db = await PGlite.create()
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(db))
    const datamodels = schema.map((file): [string, string] => [file.path, file.content])
    const engine = await glue.SchemaEngine.new({ datamodels }, () => undefined, adapter)
    return await work(engine, schema)
  } finally {
    await db.close()
  }
}

let isLoaded = false

/** What the package's own entry does, without needing `node --experimental-wasm-modules`. */
async function loadEngine(): Promise<void> {
  if (isLoaded) return
  const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(path.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...glue } })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  isLoaded = true
}

/** The files of the schema folder as the engine wants them. */
async function readSchema(): Promise<SchemaContainer[]> {
  const folder = join(projectRoot(), 'prisma')
  const models = await readdir(join(folder, 'models'))
  const paths = [join(folder, 'schema.prisma'), ...models.sort().map((name) => join(folder, 'models', name))]
  return Promise.all(
    paths
      .filter((path) => path.endsWith('.prisma'))
      .map(async (path) => ({ path, content: await readFile(path, 'utf8') })),
  )
}

function listMigrations(migrations: Migration[]): MigrationList {
  return {
    baseDir: migrationsFolder(),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map((migration) => ({
      path: migration.name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migration.sql } },
    })),
  }
}

/**
 * The SQL that leads from the migrations to the schema of prisma/, or null when they agree.
 * `readMigrations()` is used when no list is given.
 */
export async function diffSchema(migrations?: Migration[]): Promise<string | null> {
  const from = listMigrations(migrations ?? (await readMigrations()))
  return withEngine(async (engine, files) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...from },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    })
    return exitCode === 0 ? null : stdout
  })
}
