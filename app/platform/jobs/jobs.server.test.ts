import { afterEach, describe, expect, it } from 'vitest'
import { inTransaction } from '#app/platform/db/client.server'
import { scheduleJob, sendJob, startJobs, work } from '#app/platform/jobs/jobs.server'
import { testDatabase } from '#tests/setup/database'

const { db, url } = await testDatabase()

async function countJobs(name: string): Promise<number> {
  const rows = await db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pgboss.job WHERE name = ${name}`
  return Number(rows[0]?.n)
}

describe('sendJob', () => {
  it('stores the job if and only if the transaction commits', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        inTransaction(db, async (tx) => {
          await tx.counter.create({ data: { key: `job-${index}`, last: index } })
          await sendJob(tx, 'outbox', { index })
          if (index % 4 === 0) throw new Error('the write fails')
        }),
      ),
    )
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(30)
    expect(await db.counter.count({ where: { key: { startsWith: 'job-' } } })).toBe(30)
    expect(await countJobs('outbox')).toBe(30)
  })

  it('makes the queue of a name that was never sent before', async () => {
    expect(await sendJob(db, 'brand-new', { a: 1 })).toMatch(/^[0-9a-f-]{36}$/)
    expect(await countJobs('brand-new')).toBe(1)
  })

  it('drops nothing when another makes the queue right after the first try', async () => {
    let tries = 0
    const late = new Proxy(db, {
      get: (target, key) => (key === '$queryRawUnsafe' ? insertThenMakeQueue : Reflect.get(target, key)),
    })
    const insertThenMakeQueue = async (text: string, ...values: unknown[]) => {
      const rows = await db.$queryRawUnsafe(text, ...values)
      tries += 1
      if (tries === 1) await db.$executeRaw`SELECT pgboss.create_queue('late', '{"policy":"standard"}'::json)`
      return rows
    }
    expect(await sendJob(late, 'late', { a: 1 })).not.toBeNull()
    expect(await countJobs('late')).toBe(1)
    expect(tries).toBe(2)
  })

  it('keeps one job per singleton key and span', async () => {
    const options = { singletonKey: 'town', singletonSeconds: 3600 }
    expect(await sendJob(db, 'once', {}, options)).not.toBeNull()
    expect(await sendJob(db, 'once', {}, options)).toBeNull()
    expect(await countJobs('once')).toBe(1)
  })

  it('says so when a job is worked on in a process without jobs', async () => {
    await expect(work('idle', () => Promise.resolve())).rejects.toThrow('startJobs')
  })
})

describe('work', () => {
  let stop = () => Promise.resolve()

  afterEach(() => stop())

  it('gives the data to the handler, tries again after a throw, and finishes what runs when it stops', async () => {
    ;({ stop } = await startJobs(url))
    const seen: string[] = []
    let finish = () => undefined as void
    const isDone = new Promise<void>((resolve) => (finish = resolve))
    await work<{ word: string }>('greet', async ({ word }) => {
      seen.push(word)
      if (seen.length === 1) throw new Error('first try fails')
      finish()
    })
    await inTransaction(db, (tx) => sendJob(tx, 'greet', { word: 'сәлем' }, { retryLimit: 1, retryDelay: 0 }))
    await isDone
    await stop()
    stop = () => Promise.resolve()
    expect(seen).toEqual(['сәлем', 'сәлем'])
    const rows = await db.$queryRaw<{ state: string }[]>`SELECT state::text FROM pgboss.job WHERE name = 'greet'`
    expect(rows).toEqual([{ state: 'completed' }])
  })

  it('fetches a batch together and runs its jobs one after the other', async () => {
    ;({ stop } = await startJobs(url))
    let running = 0
    let most = 0
    let done = 0
    let finish = () => undefined as void
    const isDone = new Promise<void>((resolve) => (finish = resolve))
    const handler = async () => {
      most = Math.max(most, (running += 1))
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      if ((done += 1) === 40) finish()
    }
    await inTransaction(db, async (tx) => {
      for (let n = 0; n < 40; n += 1) await sendJob(tx, 'burst', { n })
    })
    await work('burst', handler, 20)
    await isDone
    expect({ most, done }).toEqual({ most: 1, done: 40 })
  }, 15_000)

  it('keeps a schedule in the time of Almaty', async () => {
    ;({ stop } = await startJobs(url))
    await scheduleJob('nightly', '15 3 * * *', { full: true })
    await scheduleJob('nightly', '30 3 * * *', { full: false })
    const rows = await db.$queryRaw`SELECT name, cron, timezone, data FROM pgboss.schedule`
    expect(rows).toEqual([{ name: 'nightly', cron: '30 3 * * *', timezone: 'Asia/Almaty', data: { full: false } }])
  })
})
