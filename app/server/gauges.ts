import type { SystemActor } from '#app/domain/accounts/model'
import { countOpenParts } from '#app/domain/inquiries/queries/count-open-parts.server'
import { readLedgerState } from '#app/domain/ledger/queries.server'
import { countMessages } from '#app/domain/notices/queries.server'
import { readCatalogueState } from '#app/domain/search/catalogue.server'
import { database } from '#app/platform/db/database.server'
import { readQueues } from '#app/platform/jobs/read-queues.server'
import { registerGauge } from '#app/platform/metrics/metrics.server'

const actor: SystemActor = { kind: 'system', name: 'metrics' }

/** The figures that an operator watches, see docs/operations.md. */
export function registerGauges(): void {
  registerGauge('alan_catalogue_age_seconds', 'Since the catalogue last heard of the database', () => {
    const { ageMs } = readCatalogueState()
    return ageMs === null ? [] : [{ value: ageMs / 1000 }]
  })
  registerGauge('alan_catalogue_sites', 'Sites that the search knows', () => [{ value: readCatalogueState().sites }])
  registerGauge('alan_jobs_waiting', 'Jobs that wait, by queue', async () =>
    (await readQueues(database())).map(({ name, waiting }) => ({ value: waiting, labels: { kind: name } })),
  )
  registerGauge('alan_jobs_failed', 'Jobs that failed after all tries, by queue', async () =>
    (await readQueues(database())).map(({ name, failed }) => ({ value: failed, labels: { kind: name } })),
  )
  registerGauge('alan_letters', 'Letters of the outbox, by what became of them', async () =>
    Object.entries(await countMessages(actor)).map(([kind, value]) => ({ value, labels: { kind } })),
  )
  registerGauge('alan_cases', 'Open cases, and those of them with a broken term', async () => {
    const { open, late } = await countOpenParts(actor)
    return [
      { value: open, labels: { kind: 'open' } },
      { value: late, labels: { kind: 'late' } },
    ]
  })
  registerGauge('alan_ledger_unsealed', 'Entries of the ledger that are not chained yet', async () => [
    { value: (await readLedgerState(actor)).unsealed },
  ])
}
