import type { Language } from '#app/domain/kernel/localized'
import { utilityKinds } from '#app/domain/kernel/quantity'
import { emptyBuilding, emptyDossier } from '../empty-dossier'
import { allFields } from '../fields/catalogue'
import type { Field } from '../fields/field'

/** Column of the template. `code` is the machine's name of it; a text in three languages is three columns. */
export type ImportColumn =
  | { code: 'number' | 'town' | 'kind' | 'latitude' | 'longitude'; field: null; part: null }
  | { code: string; field: Field; part: Language | null }

/** Buildings that have columns; the others of a site are left as they are. */
const buildingCount = 3

const languages = ['kk', 'ru', 'en'] as const

/** Columns that an export has for its readers; an import passes them over. */
export const infoColumns = ['status', 'confirmed', 'demo'] as const

/** Lists whose entries have no columns: they stay as they are, and the editor fills them. */
const withoutColumns = new Set(['media', 'commitments'])

/** All columns in the order of the editor; steps, encumbrances, commitments, photographs and papers have none. */
export const importColumns: readonly ImportColumn[] = allColumns()

const byCode = new Map(importColumns.map((column) => [column.code, column]))

/** The column with this code; undefined when there is none. */
export function columnOf(code: string): ImportColumn | undefined {
  return byCode.get(code)
}

const byName = new Map(templateFields().map((field) => [field.name, field]))

/** The field of the dossier with this name, as far as fields have columns. */
export function fieldOf(name: string): Field | undefined {
  return byName.get(name)
}

/** Columns of the short template: what a first search asks for. */
export function shortColumns(): ImportColumn[] {
  return importColumns.filter(({ code }) => essentials.has(code))
}

function templateFields(): Field[] {
  const dossier = { ...emptyDossier('building'), buildings: Array.from({ length: buildingCount }, emptyBuilding) }
  return allFields(dossier).filter(({ group }) => !withoutColumns.has(group))
}

function allColumns(): ImportColumn[] {
  const own = (['number', 'town', 'kind'] as const).map((code) => ({ code, field: null, part: null }))
  return [...own, ...templateFields().flatMap(columnsOfField)]
}

function columnsOfField(field: Field): ImportColumn[] {
  if (field.type === 'point')
    return (['latitude', 'longitude'] as const).map((code) => ({ code, field: null, part: null }))
  if (field.type !== 'localized_line' && field.type !== 'localized_text')
    return [{ code: field.name, field, part: null }]
  return languages.map((part) => ({ code: `${field.name}.${part}`, field, part }))
}

const essentials = new Set([
  ...['number', 'town', 'kind', 'latitude', 'longitude', 'identity.cadastralNumbers', 'land.plotHa', 'land.freeHa'],
  ...languages.flatMap((language) => [`identity.name.${language}`, `identity.address.${language}`]),
  ...['ownership', 'tenures', 'priceKind', 'price', 'idleSince', 'encumbranceState'].map((name) => `rights.${name}`),
  ...['use', 'totalAreaM2', 'freeAreaM2', 'yearBuilt', 'floors', 'clearHeightM', 'walls', 'wearPct'].map(
    (name) => `buildings.0.${name}`,
  ),
  ...utilityKinds.flatMap((kind) =>
    ['presence', 'installed', 'free', 'distanceM', 'provenance.source', 'provenance.reference', 'provenance.asOf'].map(
      (name) => `utilities.${kind}.${name}`,
    ),
  ),
  ...['roadSurface', 'highwayKm', 'railAccess', 'railKm'].map((name) => `transport.${name}`),
  ...['offeredFor.sectors', 'environment.contamination'],
])
