import { visitor } from '#app/domain/accounts/model'
import { readJobs } from '#app/domain/accounts/queries/job-queues.server'
import { sendJob } from '#app/platform/jobs/jobs.server'
import { addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { expect, it } from 'vitest'

const { db } = await testDatabase()

it('says what waits and what failed, with its reason, to admins and auditors', async () => {
  await sendJob(db, 'count-sheep', { n: 1 })
  await sendJob(db, 'count-sheep', { n: 2 })
  await db.$executeRaw`
    UPDATE pgboss.job SET state = 'failed', completed_on = now(), output = '{"message": "no sheep"}'
    WHERE name = 'count-sheep' AND data @> '{"n": 2}'`
  const actor = await signedIn(db, (await addPerson(db, { platformRole: 'auditor' })).id)
  const { queues, failed } = await readJobs(actor)
  expect(queues.find(({ name }) => name === 'count-sheep')).toMatchObject({ waiting: 1, failed: 1, cron: null })
  expect(failed).toMatchObject([{ name: 'count-sheep', reason: 'no sheep', attempts: 1 }])
  await expect(readJobs(visitor)).rejects.toMatchObject({ status: 404 })
})
