import { zoneChoices } from '#app/domain/search/model'
import {
  criteria,
  importances,
  quantityCriteria,
  type Asked,
  type Brief,
  type Criterion,
} from '#app/domain/matching/model'
import { priceKinds, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import fc from 'fast-check'
import { knownKeys } from './catalogue-samples'

const steps = fc.constantFrom(3, 6, 10, 40, 100, 400, 400.5, 1000)

/** Some of the keys, at least one, in the order of their list. */
const some = <Key>(keys: readonly Key[]) =>
  fc.subarray([...keys], { minLength: 1, maxLength: Math.min(3, keys.length) })
const keysOf = <Key>(keys: readonly Key[]) => fc.record({ keys: some(keys) })

const asked: { [C in Criterion]: fc.Arbitrary<Asked[C]> } = {
  ...(Object.fromEntries(quantityCriteria.map((criterion) => [criterion, fc.record({ min: steps })])) as {
    [C in (typeof quantityCriteria)[number]]: fc.Arbitrary<Asked[C]>
  }),
  sector: keysOf(sectorKeys),
  kind: keysOf(siteKinds),
  place: fc
    .record({
      regions: fc.subarray(knownKeys.regions, { maxLength: 1 }),
      towns: fc.subarray(knownKeys.towns, { maxLength: 2 }),
    })
    .filter(({ regions, towns }) => regions.length + towns.length > 0),
  tenure: keysOf(tenures),
  zone: keysOf(zoneChoices),
  incentive: keysOf(knownKeys.incentives),
  rail: fc.record({
    wish: fc.oneof(
      fc.record({ kind: fc.constantFrom('on_site' as const, 'adjacent' as const) }),
      fc.record({ kind: fc.constant('within_km' as const), km: steps }),
    ),
  }),
  height: fc.record({ min: fc.constantFrom(3, 6, 12) }),
  highway: fc.record({ maxKm: steps }),
  price: fc.record({ kind: fc.constantFrom(...priceKinds), max: steps }),
}

/** Briefs of up to `most` needs, whose quantities meet the edges of `sitesOf`. */
export function briefsOf(most: number = criteria.length): fc.Arbitrary<Brief> {
  return fc.subarray([...criteria], { maxLength: most }).chain((names) =>
    fc.record({
      activity: fc.constantFrom('', 'тепличный комплекс', 'Жылыжай & кафе + 100 % = ?'),
      startOn: fc.option(fc.constantFrom('2026-11-21', '2027-06-01', '2029-01-31'), { nil: null }),
      jobs: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: null }),
      investmentKzt: fc.option(fc.integer({ min: 1, max: 10_000_000_000 }), { nil: null }),
      needs: fc.record(
        Object.fromEntries(
          names.map((name) => [
            name,
            fc
              .tuple(asked[name] as fc.Arbitrary<object>, fc.constantFrom(...importances))
              .map(([value, importance]) => ({ ...value, importance })),
          ]),
        ),
      ) as fc.Arbitrary<Brief['needs']>,
    }),
  )
}
