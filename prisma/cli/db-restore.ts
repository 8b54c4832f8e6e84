import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readBackup } from '#app/platform/db/backup/read-backup.server'
import { env } from '#app/platform/env/env.server'
import { runOnDatabase } from './command-database'

const [folder] = parseArgs({ allowPositionals: true }).positionals

if (folder === undefined) {
  console.error('Name the backup to restore: npm run db:restore -- <folder>')
  process.exitCode = 1
} else {
  await runOnDatabase(async (url) => {
    const { dataDir, storageUrl } = env()
    const filesFolder = storageUrl === null ? join(dataDir, 'files') : null
    const manifest = await readBackup(resolve(folder), { url, filesFolder })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`Restored the backup of ${manifest.createdAt}: ${rows} rows, ${manifest.files ?? 'no'} files`)
  })
}
