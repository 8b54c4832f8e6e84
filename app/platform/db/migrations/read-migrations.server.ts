import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '#app/platform/env/project-root.server'
import type { MigrationFile } from './plan-migrations'

export interface Migration extends MigrationFile {
  sql: string
}

/** Folder of the migrations, one subfolder each, named by the moment of its making. */
export function migrationsFolder(): string {
  return join(projectRoot(), 'prisma/migrations')
}

/** All migrations of the program in the order of their names; an empty list when there is no folder yet. */
export async function readMigrations(folder = migrationsFolder()): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}
