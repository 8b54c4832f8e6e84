import { connect } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createPrisma, inTransaction } from '#app/platform/db/client.server'
import type { Db } from '#app/platform/db/client.server'
import { startMemoryDatabase } from '#tests/setup/memory-database'
import type { MemoryDatabase } from '#tests/setup/memory-database'

let memory: MemoryDatabase
let pool: pg.Pool
let db: Db

beforeAll(async () => {
  memory = await startMemoryDatabase({ template: inject('template'), blockerLimit: 500 })
  db = createPrisma(memory.url, { max: 10 })
  pool = new pg.Pool({ connectionString: memory.url, max: 8 })
  pool.on('error', () => undefined)
  await pool.query('CREATE TABLE note (id int PRIMARY KEY, text text)')
})

afterAll(async () => {
  await db.$disconnect()
  await pool.end()
  await memory.stop()
})

describe('many connections at once', () => {
  it('stores exactly the rows that were acknowledged (electric-sql/pglite#1046)', async () => {
    const tasks = Array.from({ length: 300 }, async (_, index) => {
      const data = { key: `c${index}`, last: index }
      if (index % 2 === 0) return db.counter.create({ data })
      return inTransaction(db, async (tx) => {
        await tx.counter.create({ data })
        return tx.counter.update({ where: { key: data.key }, data: { last: { increment: 1000 } } })
      })
    })
    const acknowledged = (await Promise.all(tasks)).map((row) => `${row.key}=${row.last}`)
    const stored = (await db.counter.findMany()).map((row) => `${row.key}=${row.last}`)
    expect(stored.sort()).toEqual(acknowledged.sort())
    expect(stored).toHaveLength(300)
  })

  it('gives every connection its own answer while transactions, plain queries and errors are mixed', async () => {
    const mixed = async (index: number): Promise<boolean> => {
      if (index % 5 === 0) return (await transact(index)) === index
      if (index % 5 === 1)
        return (await pool.query('INSERT INTO note VALUES (1, $1)', ['again']).catch(codeOf)) === '23505'
      if (index % 5 === 2) return (await pool.query(`SELECT ${index} / 0`).catch(codeOf)) === '22012'
      const { rows } = await pool.query<{ n: number }>('SELECT $1::int AS n', [index])
      return rows[0]?.n === index
    }
    await pool.query('INSERT INTO note VALUES (1, $1)', ['first'])
    const outcomes = await Promise.all(Array.from({ length: 1000 }, (_, index) => mixed(index)))
    expect(outcomes.filter((isRight) => !isRight)).toEqual([])
  })

  it('carries parameters of 200 kB in both directions', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => 'ә'.repeat(100_000) + index)
    const answers = await Promise.all(texts.map((text) => pool.query<{ t: string }>('SELECT $1::text AS t', [text])))
    expect(answers.map(({ rows }) => rows[0]?.t === texts[answers.findIndex((a) => a.rows === rows)])).not.toContain(
      false,
    )
  })
})

describe('a client that goes away', () => {
  it('leaves nothing of its transaction and blocks nobody', async () => {
    for (let round = 0; round < 5; round += 1) {
      const client = new pg.Client({ connectionString: memory.url })
      client.on('error', () => undefined)
      await client.connect()
      await client.query('BEGIN')
      await client.query('INSERT INTO note VALUES ($1, $2)', [1000 + round, 'never committed'])
      socketOf(client).destroy()
    }
    const { rows } = await pool.query<{ n: string }>('SELECT count(*) AS n FROM note WHERE id BETWEEN 1000 AND 1999')
    expect(rows[0]?.n).toBe('0')
  })

  it('in the middle of a long answer harms no other', async () => {
    const client = new pg.Client({ connectionString: memory.url })
    client.on('error', () => undefined)
    await client.connect()
    const lost = client
      .query('SELECT repeat(md5(i::text), 200) FROM generate_series(1, 20000) AS i')
      .catch(() => 'lost')
    socketOf(client).destroy()
    expect((await pool.query<{ n: number }>('SELECT 7 AS n')).rows[0]?.n).toBe(7)
    expect(await lost).toBe('lost')
  })

  it('without a word is disconnected when its transaction makes others wait', async () => {
    const sleeper = new pg.Client({ connectionString: memory.url })
    sleeper.on('error', () => undefined)
    const reason = new Promise<string>((resolve) => sleeper.once('error', (error) => resolve(error.message)))
    await sleeper.connect()
    await sleeper.query('BEGIN')
    await sleeper.query("INSERT INTO note VALUES (2000, 'held')")
    const { rows } = await pool.query<{ n: string }>('SELECT count(*) AS n FROM note WHERE id = 2000')
    expect(rows[0]?.n).toBe('0')
    expect(await reason).toMatch(/idle-in-transaction/)
  })
})

describe('what one connection must not do to the others', () => {
  it.each(["SET search_path TO ''", "SELECT set_config('search_path', '', false)", 'SET TIME ZONE 5'])(
    'settings do not stay behind: %s',
    async (statement) => {
      await pool.query(statement)
      const { rows } = await pool.query<{ path: string; zone: string }>(
        `SELECT current_setting('search_path') AS path, current_setting('TimeZone') AS zone`,
      )
      expect(rows[0]).toEqual({ path: 'public', zone: 'UTC' })
    },
  )

  it('COPY FROM STDIN is refused, in a transaction too', async () => {
    expect(await pool.query('COPY note FROM STDIN').catch(codeOf)).toBe('0A000')
    const client = await pool.connect()
    await client.query('BEGIN')
    expect(await client.query('COPY note FROM STDIN').catch(codeOf)).toBe('0A000')
    expect(await client.query('SELECT 1').catch(codeOf)).toBe('25P02')
    await client.query('ROLLBACK')
    client.release()
  })

  it.each([
    ['an unknown message type', Buffer.from([0x7e, 0, 0, 0, 4])],
    ['an impossible length', Buffer.from([0x51, 0xff, 0xff, 0xff, 0xff])],
  ])('%s ends only its own connection', async (_case, bytes) => {
    const answer = await talk(Buffer.concat([STARTUP, bytes]))
    expect(answer.toString('latin1')).toContain('08P01')
    expect((await pool.query<{ n: number }>('SELECT 8 AS n')).rows[0]?.n).toBe(8)
  })

  it('understands a client whose bytes arrive one by one', async () => {
    const query = Buffer.concat([STARTUP, frame('Q', 'SELECT 40 + 2\0'), frame('X', '')])
    const answer = await talk(...Array.from(query, (byte) => Buffer.from([byte])))
    expect(answer.toString('latin1')).toContain('42')
  })
})

const STARTUP = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0])

function frame(type: string, body: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)])
}

/** Sends the pieces one after another over a connection of its own and gives all that came back until it was closed. */
async function talk(...pieces: Buffer[]): Promise<Buffer> {
  const folder = new URL(memory.url).searchParams.get('host') ?? ''
  const socket = connect(`${folder}/.s.PGSQL.5432`)
  const answer: Buffer[] = []
  socket.on('data', (chunk) => answer.push(chunk))
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  for (const piece of pieces) {
    socket.write(piece)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await closed
  return Buffer.concat(answer)
}

async function transact(index: number): Promise<number | undefined> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('INSERT INTO note VALUES ($1, $2)', [10_000 + index, String(index)])
    const { rows } = await client.query<{ n: number }>('SELECT text::int AS n FROM note WHERE id = $1', [
      10_000 + index,
    ])
    await client.query(index % 2 === 0 ? 'COMMIT' : 'ROLLBACK')
    return rows[0]?.n
  } finally {
    client.release()
  }
}

function codeOf(error: { code?: string }): string | undefined {
  return error.code
}

function socketOf(client: pg.Client): { destroy(): void } {
  return (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream
}
