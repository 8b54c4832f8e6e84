import { presentSite } from '#app/domain/search/api'
import { readCard } from '#app/domain/search/cards'
import { makeColumns } from '#app/domain/search/columns'
import { freshnessEdges } from '#app/domain/search/freshness'
import { readRow } from '#app/domain/search/row'
import { emptyBuilding, emptyDossier } from '#app/domain/sites/empty-dossier'
import type { Building, Utility } from '#app/domain/sites/model'
import { presentDossier } from '#app/domain/sites/public-dossier'
import { now, places } from '#tests/builders/catalogue-samples'
import { publicSite } from '#tests/builders/passport-source'
import { expect, it } from 'vitest'

const told = {
  ...{ regionKey: null, zoneVerdict: 'undetermined' as const, origin: 'https://a.kz', now },
  relatives: { whole: null, parts: [], bundle: null },
}

/** What the list and the dossier of the API say about a site with these buildings and this power. */
function present(buildings: Partial<Building>[], electricity: Partial<Utility>) {
  const dossier = emptyDossier('building')
  dossier.buildings = buildings.map((building) => ({ ...emptyBuilding(), ...building }))
  dossier.utilities.electricity = { ...dossier.utilities.electricity, ...electricity }
  const site = publicSite(dossier)
  const columns = makeColumns([readRow(site, places, 'undetermined')], places)
  const listed = presentSite(readCard(columns, 0, freshnessEdges(now)), 'https://a.kz')
  const whole = presentDossier(site, told)
  const areas = { area_m2: listed.area_m2, area_known_m2: listed.area_known_m2 }
  expect({ area_m2: whole.area_m2, area_known_m2: whole.area_known_m2 }).toEqual(areas)
  const free = listed.utilities.electricity?.free
  expect(whole.utilities.electricity?.free).toBe(free)
  return { ...areas, free }
}

it.each([
  ['all buildings say theirs', [{ totalAreaM2: 700 }, { freeAreaM2: 500 }], 1200, 1200],
  ['one does not', [{ totalAreaM2: 700 }, {}], null, 700],
  ['none does', [{}], null, null],
  ['there is no building', [], null, null],
])('floor area when %s', (_case, buildings, area, known) => {
  expect(present(buildings, {})).toMatchObject({ area_m2: area, area_known_m2: known })
})

it.each([
  ['connected', 0, 0],
  ['at_boundary', 400, 400],
  ['unknown', null, null],
  ['none', null, null],
  ['planned', 400, null],
] as const)('free power where the network is %s and %s is stated', (presence, free, said) => {
  expect(present([], { presence, free }).free).toBe(said)
})
