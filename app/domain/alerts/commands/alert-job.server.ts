import type { SystemActor } from '#app/domain/accounts/model'
import { scheduleJob, work } from '#app/platform/jobs/jobs.server'
import { log } from '#app/platform/log/log.server'
import { followChanges } from './follow-changes.server'
import { tellAlerts } from './tell-alerts.server'

const jobName = 'site-alerts'
const actor: SystemActor = { kind: 'system', name: jobName }

/** Lets this process look for news every minute and write the letters about them. */
export async function startAlerts(): Promise<void> {
  await work(jobName, async () => {
    await followChanges(actor)
    const letters = await tellAlerts(actor)
    if (letters > 0) log.info({ letters }, 'told of new sites')
  })
  await scheduleJob(jobName, '* * * * *', {})
}
