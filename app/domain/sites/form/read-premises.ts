import type { Building, Dossier, SiteKind } from '../model'
import type { FieldReader } from './field-reader'

const firstYear = 1850

/** The plot and the buildings, which a land plot does not have. How many buildings there are, an operation decides. */
export function readPremises(
  reader: FieldReader,
  before: Dossier,
  kind: SiteKind,
): Pick<Dossier, 'land' | 'buildings'> {
  const land = { plotHa: reader.number('land.plotHa', before.land.plotHa, { max: 100_000, unit: 'ha' }) }
  if (kind === 'land') return { land, buildings: before.buildings }
  return { land, buildings: before.buildings.map((building, index) => readBuilding(reader, building, index)) }
}

function readBuilding(reader: FieldReader, before: Building, index: number): Building {
  const name = (field: keyof Building) => `buildings.${index}.${field}`
  const area = { max: 10_000_000, unit: 'm2' }
  const building = {
    totalAreaM2: reader.number(name('totalAreaM2'), before.totalAreaM2, area),
    freeAreaM2: reader.number(name('freeAreaM2'), before.freeAreaM2, area),
    yearBuilt: readYear(reader, name('yearBuilt'), before.yearBuilt),
    floors: reader.number(name('floors'), before.floors, { min: 1, max: 60, isWhole: true }),
    clearHeightM: reader.number(name('clearHeightM'), before.clearHeightM, { max: 120, unit: 'm' }),
    wearPct: reader.number(name('wearPct'), before.wearPct, { max: 100 }),
  }
  const { totalAreaM2, freeAreaM2 } = building
  if (totalAreaM2 === null || freeAreaM2 === null || freeAreaM2 <= totalAreaM2) return building
  reader.fail(name('freeAreaM2'), 'free_area_exceeds', { max: totalAreaM2 })
  return { ...building, freeAreaM2: null }
}

/** The bounds go as texts: a year is not grouped like a number. Next year is allowed for what is being built. */
function readYear(reader: FieldReader, name: string, before: number | null): number | null {
  const last = Number(reader.today.slice(0, 4)) + 1
  const year = reader.number(name, before, { min: firstYear, max: last, isWhole: true })
  const code = reader.faults[name]?.code
  if (code === 'too_small' || code === 'too_large') {
    reader.fail(name, 'bad_year', { min: String(firstYear), max: String(last) })
  }
  return year
}
