import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readBackup } from '#app/platform/db/backup/read-backup.server'
import { filesFolderOf } from './database-place'
import type { DatabasePlace } from './database-place'

/** `restore <folder>`: into an empty database and an empty folder of files. */
export async function restore(place: DatabasePlace, args: string[]): Promise<void> {
  const [folder] = parseArgs({ args, allowPositionals: true }).positionals
  if (folder === undefined) throw new Error('Name the backup to restore: npm run db:restore -- <folder>')
  const { createdAt, tables, files } = await readBackup(resolve(folder), {
    url: place.url,
    filesFolder: filesFolderOf(place),
  })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`Restored the backup of ${createdAt}: ${rows} rows, ${files ?? 'no'} files`)
}
