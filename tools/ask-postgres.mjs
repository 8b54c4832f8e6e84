// Ends with 0 when the PostgreSQL of the given address lets us in and is not too old, else with 1.
import pg from 'pg'

const OLDEST = 150_000

const client = new pg.Client({ connectionString: process.argv[2], connectionTimeoutMillis: 2000 })
try {
  await client.connect()
  const { rows } = await client.query(`SELECT current_setting('server_version_num')::int AS version`)
  await client.end()
  process.exitCode = rows[0].version >= OLDEST ? 0 : 1
} catch {
  process.exitCode = 1
}
