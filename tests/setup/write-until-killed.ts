import { startEmbeddedDatabase } from '#app/platform/embedded-db/embedded-database.server'
import pg from 'pg'

// Child of a test: writes rows over eight connections, half of them in transactions, and prints each number that the
// database acknowledged, until it is killed.
const { url } = await startEmbeddedDatabase({ dataDir: process.argv[2] ?? '' })
const pool = new pg.Pool({ connectionString: url, max: 8 })
await pool.query('CREATE TABLE IF NOT EXISTS written (id bigint PRIMARY KEY)')
const { rows } = await pool.query<{ next: string }>('SELECT coalesce(max(id), 0) + 1 AS next FROM written')
let next = Number(rows[0]?.next)

async function writeForEver(isTransaction: boolean): Promise<never> {
  const client = await pool.connect()
  for (;;) {
    const id = (next += 1)
    if (isTransaction) await client.query('BEGIN')
    await client.query('INSERT INTO written VALUES ($1)', [id])
    if (isTransaction) await client.query('COMMIT')
    process.stdout.write(`${id}\n`)
  }
}

await Promise.all(Array.from({ length: 8 }, (_, index) => writeForEver(index % 2 === 0)))
