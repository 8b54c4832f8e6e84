import type { SystemActor } from '#app/domain/accounts/model'
import { countOpenParts } from '#app/domain/inquiries/queries/count-open-parts.server'
import { readLedgerState } from '#app/domain/ledger/queries.server'
import { countMessages } from '#app/domain/notices/queries.server'
import { readCatalogueState } from '#app/domain/search/catalogue.server'
import { database } from '#app/platform/db/database.server'
import { readLagMs, readQueues } from '#app/platform/jobs/read-queues.server'
import { registerGauge } from '#app/platform/metrics/metrics.server'

const actor: SystemActor = { kind: 'system', name: 'metrics' }

/** The figures that an operator watches, see docs/operations.md. */
export function registerGauges(): void {
  registerGauge({ name: 'alan_catalogue_age_seconds', help: 'Since the catalogue last heard of the database' }, () => {
    const { ageMs } = readCatalogueState()
    return ageMs === null ? [] : [{ value: ageMs / 1000 }]
  })
  registerGauge({ name: 'alan_catalogue_sites', help: 'Sites that the search knows' }, () => [
    { value: readCatalogueState().sites },
  ])
  registerGauge(
    { name: 'alan_jobs', help: 'Jobs that wait or have failed for good', labels: ['queue', 'state'] },
    async () =>
      (await readQueues(database())).flatMap(({ name: queue, waiting, failed }) => [
        { value: waiting, labels: { queue, state: 'waiting' } },
        { value: failed, labels: { queue, state: 'failed' } },
      ]),
  )
  registerGauge({ name: 'alan_jobs_lag_seconds', help: 'How long the oldest job that is due has waited' }, async () => [
    { value: (await readLagMs(database())) / 1000 },
  ])
  registerGauge({ name: 'alan_letters', help: 'Letters by what became of them', labels: ['status'] }, async () =>
    Object.entries(await countMessages(actor)).map(([status, value]) => ({ value, labels: { status } })),
  )
  registerGauge({ name: 'alan_cases', help: 'Open cases, and those with a broken term', labels: ['state'] }, async () =>
    Object.entries(await countOpenParts(actor)).map(([state, value]) => ({ value, labels: { state } })),
  )
  registerGauge({ name: 'alan_ledger_unsealed', help: 'Entries of the ledger that are not chained yet' }, async () => [
    { value: (await readLedgerState(actor)).unsealed },
  ])
}
