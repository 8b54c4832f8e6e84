import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type {
  DiagnoseMigrationHistoryOutput,
  MigrationList,
  SchemaContainer,
  SchemaEngine,
} from '@prisma/schema-engine-wasm'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { migrationsFolder, readMigrations } from '#app/platform/db/migrations/read-migrations.server'
import type { Migration } from '#app/platform/db/migrations/read-migrations.server'
import { projectRoot } from '#app/platform/env/project-root.server'

const NO_FILTERS = { externalTables: [], externalEnums: [] }

/**
 * Gives `work` Prisma's own schema engine, compiled to WebAssembly: on the database of `url`, else on an empty PGlite in
 * memory, which is also the shadow database. Nothing is downloaded.
 */
async function withEngine<T>(
  url: string | null,
  work: (engine: SchemaEngine, schema: SchemaContainer[]) => Promise<T>,
): Promise<T> {
  await loadEngine()
  const schema = await readSchema()
  const datamodels = schema.map((file): [string, string] => [file.path, file.content])
  const memory = url === null ? await PGlite.create() : null
  try {
    const factory = memory ? new PrismaPGlite(memory) : new PrismaPg({ connectionString: url ?? '' })
    const adapter = bindMigrationAwareSqlAdapterFactory(factory)
    return await work(await glue.SchemaEngine.new({ datamodels }, () => undefined, adapter), schema)
  } finally {
    await memory?.close()
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
  return withEngine(null, async (engine, files) => {
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

/** What Prisma's engine says about the history of migrations in a database, compared with the files. */
export async function diagnoseHistory(url: string): Promise<DiagnoseMigrationHistoryOutput> {
  const migrationsList = listMigrations(await readMigrations())
  return withEngine(url, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: NO_FILTERS }),
  )
}
