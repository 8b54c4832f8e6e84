import { defineConfig } from 'prisma/config'

// Prisma would fetch its native schema engine; any existing file keeps it from doing so, and what the project uses of
// the command line (generate, validate, format) never runs it. Migrations: docs/decisions/002-migrations-without-downloads.md
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
})
