import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBackup } from '#app/platform/db/backup/write-backup.server'
import { filesFolderOf } from './database-place'
import type { DatabasePlace } from './database-place'

/** `backup [--to folder]`: by default into DATA_DIR/backups, named by the moment. */
export async function backUp(place: DatabasePlace, args: string[]): Promise<void> {
  const { to } = parseArgs({ args, options: { to: { type: 'string' } } }).values
  const now = new Date()
  const name = `alan-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  const target = resolve(to ?? join(place.dataDir, 'backups', name))
  await mkdir(dirname(target), { recursive: true })
  const { tables, files } = await writeBackup({ url: place.url, filesFolder: filesFolderOf(place) }, target, now)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`${target}: ${tables.length} tables, ${rows} rows, ${files ?? 'no'} files`)
}
