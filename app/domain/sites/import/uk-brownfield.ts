import type { Language } from '#app/domain/kernel/localized'
import type { SheetRow } from '#app/platform/sheets/model'
import type { TypedRow } from './model'
import type { Heading } from './heading'
import { RowReader } from './row-reader'
import { plainNumber } from './units'

/** Columns of the Brownfield Land Register of England, data standard of 2017. */
export const ukColumns = [
  ...['OrganisationURI', 'OrganisationLabel', 'SiteReference', 'PreviouslyPartOf', 'SiteNameAddress', 'SiteplanURL'],
  ...['CoordinateReferenceSystem', 'GeoX', 'GeoY', 'Hectares', 'OwnershipStatus', 'Deliverable', 'PlanningStatus'],
  ...['PermissionType', 'PermissionDate', 'PlanningHistory', 'ProposedForPIP', 'MinNetDwellings'],
  ...['DevelopmentDescription', 'NonHousingDevelopment', 'Part2', 'NetDwellingsRangeFrom', 'NetDwellingsRangeTo'],
  ...['HazardousSubstances', 'SiteInformation', 'Notes', 'FirstAddedDate', 'LastUpdatedDate', 'EndDate'],
]

const nameLength = 200
/** Says private only where the register does: a public owner may be the town, the republic or a company of either. */
const ownerships: Readonly<Record<string, string>> = { 'not owned by a public authority': 'private' }
const degrees = new Set(['wgs84', 'wgs 84', 'etrs89', 'etrs 89', 'epsg:4326', 'epsg:4258'])

/** A row of that register; its texts are in `language`. Sites of it are plots. */
export function readUkRow(row: SheetRow, headings: readonly Heading[], language: Language): TypedRow {
  const reader = new RowReader(row, headings)
  const reference = reader.name('SiteReference')
  const name = reader.text('SiteNameAddress')
  if (name !== '') {
    reader.set(`identity.name.${language}`, [name.slice(0, nameLength)], 'SiteNameAddress')
    reader.set(`identity.address.${language}`, [name.slice(0, 300)], 'SiteNameAddress')
  }
  const texts = ['DevelopmentDescription', 'NonHousingDevelopment', 'SiteInformation', 'Notes']
  const [first] = texts.filter((code) => reader.text(code) !== '')
  const description = texts.map((code) => reader.text(code)).filter((text) => text !== '')
  if (first !== undefined) reader.set(`identity.description.${language}`, [description.join('\n')], first)
  readPoint(reader)
  const hectares = reader.amount('Hectares', reader.text('Hectares'), 'ha')
  if (hectares !== null) reader.set('land.plotHa', [plainNumber(hectares)], 'Hectares')
  const status = reader.text('OwnershipStatus').toLowerCase()
  const ownership = ownerships[status]
  if (ownership !== undefined) reader.set('rights.ownership', [ownership], 'OwnershipStatus')
  else if (status !== '' && status !== 'unknown ownership') reader.note('OwnershipStatus', 'not_taken')
  readProvenance(reader, reference)
  if (reader.text('EndDate') !== '') reader.fail('EndDate', 'ended_in_source')
  return reader.done({ number: '', town: '', kind: 'land', reference })
}

function readPoint(reader: RowReader): void {
  const [x, y] = [reader.text('GeoX'), reader.text('GeoY')]
  if (x === '' && y === '') return
  const system = reader.text('CoordinateReferenceSystem')
  if (system !== '' && !degrees.has(system.toLowerCase())) {
    return reader.fail('CoordinateReferenceSystem', 'not_wgs84', { text: system.slice(0, 40) })
  }
  reader.set('identity.point', [`${y.replace(',', '.')}, ${x.replace(',', '.')}`], 'GeoX')
}

function readProvenance(reader: RowReader, reference: string): void {
  if (reference !== '') {
    reader.set('land.provenance.source', ['document'], 'SiteReference')
    reader.set('land.provenance.reference', [reference], 'SiteReference')
  }
  const updated = reader.text('LastUpdatedDate').slice(0, 10)
  if (updated !== '') reader.set('land.provenance.asOf', [updated], 'LastUpdatedDate')
}

/** Columns that are read; the others are named as not taken over. */
export const ukTaken = new Set([
  ...['SiteReference', 'SiteNameAddress', 'CoordinateReferenceSystem', 'GeoX', 'GeoY', 'Hectares', 'OwnershipStatus'],
  ...['DevelopmentDescription', 'NonHousingDevelopment', 'SiteInformation', 'Notes', 'LastUpdatedDate', 'EndDate'],
])
