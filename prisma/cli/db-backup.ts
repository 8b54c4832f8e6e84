import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBackup } from '#app/platform/db/backup/write-backup.server'
import { env } from '#app/platform/env/env.server'
import { runOnDatabase } from './command-database'

const { to } = parseArgs({ options: { to: { type: 'string' } } }).values

await runOnDatabase(async (url) => {
  const { dataDir, storageUrl } = env()
  const now = new Date()
  const name = `alan-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  const target = resolve(to ?? join(dataDir, 'backups', name))
  await mkdir(dirname(target), { recursive: true })
  const manifest = await writeBackup(
    { url, filesFolder: storageUrl === null ? join(dataDir, 'files') : null },
    target,
    now,
  )
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`${target}: ${manifest.tables.length} tables, ${rows} rows, ${manifest.files ?? 'no'} files`)
  if (storageUrl !== null) console.log('Stored files are in STORAGE_URL and are not part of this backup.')
})
