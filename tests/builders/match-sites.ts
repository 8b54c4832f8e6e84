import { utilityKinds } from '#app/domain/kernel/quantity'
import { factsOf, type SiteFacts } from '#app/domain/matching/facts'
import { quantityCriteria } from '#app/domain/matching/model'
import { freshnessEdges } from '#app/domain/search/freshness'
import { readRow, type CatalogueRow } from '#app/domain/search/row'
import { craneStates, statedCommitmentStates } from '#app/domain/sites/choices'
import { noProvenance } from '#app/domain/sites/empty-dossier'
import type { Commitment, ZoneVerdict } from '#app/domain/sites/model'
import type { PublishedSite } from '#app/domain/sites/public-site'
import fc from 'fast-check'
import { now, places, sitesOf } from './catalogue-samples'

const commitment: fc.Arbitrary<Commitment> = fc
  .record({
    id: fc.uuid(),
    work: fc.constantFrom(...utilityKinds.slice(0, 3), 'road' as const),
    added: fc.option(fc.constantFrom(40, 100, 360.5, 1000), { nil: null }),
    dueOn: fc.option(fc.constantFrom('2026-05-01', '2027-05-31', '2028-01-01'), { nil: null }),
    programme: fc.constantFrom('', 'Программа 1'),
    state: fc.constantFrom(...statedCommitmentStates),
  })
  .map((said) => ({ ...said, note: { kk: '', ru: '', en: '' }, budgetKzt: null, provenance: noProvenance() }))

const more = fc.record({
  commitments: fc.array(commitment, { maxLength: 2 }),
  highwayKm: fc.option(fc.constantFrom(0, 3, 6, 10, 15, 100), { nil: null }),
  cranes: fc.constantFrom(...craneStates),
  craneLiftT: fc.option(fc.constantFrom(5, 9, 10, 40), { nil: null }),
  zone: fc.constantFrom<ZoneVerdict>('eligible', 'eligible_if', 'not_eligible', 'undetermined'),
})

type More = typeof more extends fc.Arbitrary<infer Value> ? Value : never

function withMore(site: PublishedSite, said: More): PublishedSite {
  const { dossier } = site
  const { highwayKm, commitments, cranes, craneLiftT } = said
  return {
    ...site,
    dossier: {
      ...dossier,
      commitments,
      transport: { ...dossier.transport, highwayKm },
      buildings: dossier.buildings.map((building) => ({ ...building, cranes, craneLiftT })),
    },
  }
}

/** Catalogue rows with everything that a brief can ask for. */
export function rowsOf(): fc.Arbitrary<CatalogueRow[]> {
  return sitesOf().chain((sites) =>
    fc
      .array(more, { minLength: sites.length, maxLength: sites.length })
      .map((list) =>
        sites.map((site, index) =>
          readRow(withMore(site, list[index] as More), places, list[index]?.zone ?? 'eligible'),
        ),
      ),
  )
}

/** Facts of one site at `now`. */
export function factsAtNow(): fc.Arbitrary<SiteFacts> {
  return rowsOf()
    .filter((rows) => rows.length > 0)
    .map(([row]) => factsOf(row as CatalogueRow, freshnessEdges(now)))
}

/** A site that is fresh and says nothing. */
export function silentFacts(): SiteFacts {
  return {
    ...{ number: 'BLQ-0001', kind: 'building', regionKey: 'karaganda', townKey: 'balkhash' },
    ...{ sectors: [], tenures: [], zone: 'undetermined', incentives: [] },
    quantities: Object.fromEntries(quantityCriteria.map((key) => [key, Number.NaN])) as SiteFacts['quantities'],
    isOpen: { area: false, height: false, crane: false },
    ...{ rail: 'unknown', railKm: Number.NaN, highwayKm: Number.NaN },
    prices: { rent_month: Number.NaN, rent_m2_month: Number.NaN, purchase: Number.NaN },
    ...{ freshness: 'fresh', commitments: [] },
  }
}
