export interface MigrationFile {
  name: string
  /** SHA-256 of migration.sql, hexadecimal: what Prisma stores. */
  checksum: string
}

/** Row of `_prisma_migrations`, in the order of its start. */
export interface MigrationRow {
  name: string
  checksum: string
  isFinished: boolean
  isRolledBack: boolean
}

export type MigrationPlan =
  | {
      ok: true
      /** To be applied, in this order. */
      pending: string[]
      /** Applied by a newer version of the program: its files are not here. */
      ahead: string[]
    }
  | { ok: false; code: 'failed' | 'edited'; name: string }

/**
 * Compares the migrations of the program with those of a database. Says no when one of them failed half-way (`failed`),
 * or is here with another text than the one that was applied (`edited`).
 */
export function planMigrations(files: MigrationFile[], rows: MigrationRow[]): MigrationPlan {
  const standing = rows.filter((row) => !row.isRolledBack)
  const failed = standing.find((row) => !row.isFinished)
  if (failed) return { ok: false, code: 'failed', name: failed.name }
  const applied = new Map(standing.map((row) => [row.name, row.checksum]))
  const edited = files.find((file) => applied.has(file.name) && applied.get(file.name) !== file.checksum)
  if (edited) return { ok: false, code: 'edited', name: edited.name }
  const known = new Set(files.map((file) => file.name))
  return {
    ok: true,
    pending: files.map((file) => file.name).filter((name) => !applied.has(name)),
    ahead: [...applied.keys()].filter((name) => !known.has(name)),
  }
}
