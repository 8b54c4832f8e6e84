import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrationsFolder } from '#app/platform/db/migrations/read-migrations.server'
import { diffSchema } from '../migrate/schema-engine'

/** Prisma's name of a migration: UTC moment and words, so that names sort in the order of making. */
function nameMigration(words: string, now: Date): string {
  const moment = now.toISOString().replace(/\D/g, '').slice(0, 14)
  return `${moment}_${words.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`
}

const { name } = parseArgs({ options: { name: { type: 'string' } } }).values
const difference = await diffSchema()

if (difference === null) {
  console.log('The schema and the migrations agree.')
} else if (name === undefined) {
  console.log(difference)
  console.error(
    'The schema and the migrations differ. Write a migration with: npm run db:diff -- --name <what_changes>',
  )
  process.exitCode = 1
} else {
  const folder = join(migrationsFolder(), nameMigration(name, new Date()))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), difference)
  await writeFile(join(migrationsFolder(), 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`Wrote ${folder}/migration.sql. Read it before you commit it.`)
}
