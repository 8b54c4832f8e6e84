import { writeMetrics } from '#app/platform/metrics/metrics.server'
import { sendJob } from '#app/platform/jobs/jobs.server'
import { registerGauges } from '#app/server/gauges'
import { addReference, addSite, monday, registered } from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { expect, it } from 'vitest'

const { db } = await testDatabase()

async function read(name: string): Promise<string[]> {
  const { text } = await writeMetrics()
  return text.split('\n').filter((line) => line.startsWith(name))
}

it('tell of cases, letters and the ledger as they are now', async () => {
  registerGauges()
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  expect(await read('alan_cases')).toEqual(['alan_cases{state="open"} 0', 'alan_cases{state="late"} 0'])
  await registered({}, monday)
  expect(await read('alan_cases')).toEqual(['alan_cases{state="open"} 1', 'alan_cases{state="late"} 1'])
  const letters = await db.outboxMessage.groupBy({ by: ['status'], _count: true })
  expect(await read('alan_letters')).toEqual(
    letters.map(({ status, _count }) => `alan_letters{status="${status}"} ${_count}`),
  )
  expect(await read('alan_ledger_unsealed')).toEqual([`alan_ledger_unsealed ${await db.ledgerEntry.count()}`])
  const [lag = ''] = await read('alan_jobs_lag_seconds')
  expect(Number(lag.split(' ')[1])).toBe(0)
  await sendJob(db, 'send-mail', { id: 'x' })
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() - interval '90 seconds' WHERE name = 'send-mail'`
  expect(await read('alan_jobs{queue="send-mail"')).toContain('alan_jobs{queue="send-mail",state="waiting"} 1')
  const [late = ''] = await read('alan_jobs_lag_seconds')
  expect(Number(late.split(' ')[1])).toBeGreaterThanOrEqual(90)
  expect(await read('alan_catalogue_sites')).toEqual(['alan_catalogue_sites 0'])
})
