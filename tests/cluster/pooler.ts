import pg from 'pg'
import type { Place } from './place'
import type { Result } from './result'

type Pool = {
  database: string
  pool_mode: string
  cl_active: string
  cl_waiting: string
  sv_active: string
  sv_idle: string
}

/** That all of it went through the pooler in transaction mode, and what it made of it. */
export async function readPooler({ poolerUrl }: Place): Promise<Result[]> {
  if (poolerUrl === null) return []
  const client = new pg.Client({ connectionString: poolerUrl })
  await client.connect()
  try {
    const pools = (await client.query<Pool>('SHOW POOLS')).rows
    const own = pools.find(({ database }) => database === 'alan')
    const stats = (await client.query<{ database: string; total_xact_count: string }>('SHOW STATS')).rows
    const count = stats.find(({ database }) => database === 'alan')?.total_xact_count ?? '0'
    const isGood = own?.pool_mode === 'transaction' && Number(count) > 1_000
    const held = Number(own?.sv_active ?? 0) + Number(own?.sv_idle ?? 0)
    return [
      {
        what: 'PgBouncer in transaction mode carried all nodes',
        ...{ tries: 1, failed: isGood ? 0 : 1 },
        seen: `${count} transactions, ${own?.cl_active} clients on ${held} connections`,
      },
    ]
  } finally {
    await client.end()
  }
}
