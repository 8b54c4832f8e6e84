import type { SheetCell } from '#app/platform/sheets/model'
import { describe, expect, test } from 'vitest'
import { readCnigRow } from './cnig-friches'
import { readUkRow } from './uk-brownfield'

/** A row of a register, as the reader of tables gives it. */
function rowOf(values: Record<string, string | number>) {
  const headings = Object.keys(values).map((code, index) => ({ index, code, text: code }))
  const cells = Object.values(values).map((value): SheetCell | null => {
    if (value === '') return null
    return typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'text', text: value }
  })
  return [{ number: 2, cells }, headings] as const
}

const fieldsOf = (row: { fields: ReadonlyMap<string, readonly string[]> }) =>
  Object.fromEntries([...row.fields].map(([name, texts]) => [name, texts.join('|')]))
const problemsOf = (row: { problems: { cell: string; level: string; code: string }[] }) =>
  row.problems.map(({ cell, level, code }) => `${cell} ${level} ${code}`)

describe('the register of England', () => {
  const site = {
    OrganisationURI: 'http://opendatacommunities.org/id/x',
    SiteReference: 'EH/141',
    SiteNameAddress: 'Old pumping station, 4 Mira street',
    CoordinateReferenceSystem: 'WGS84',
    GeoX: 74.98,
    GeoY: '46,84',
    Hectares: 0.75,
    OwnershipStatus: 'not owned by a public authority',
    PlanningStatus: 'not permissioned',
    Notes: 'Walls stand',
    LastUpdatedDate: '2024-03-01',
    EndDate: '',
  }

  test('gives a plot with its position, area, owner and reference', () => {
    const row = readUkRow(...rowOf(site), 'en')
    expect(fieldsOf(row)).toEqual({
      'identity.name.en': site.SiteNameAddress,
      'identity.address.en': site.SiteNameAddress,
      'identity.description.en': 'Walls stand',
      'identity.point': '46.84, 74.98',
      'land.plotHa': '0.75',
      'land.provenance.source': 'document',
      'land.provenance.reference': 'EH/141',
      'land.provenance.asOf': '2024-03-01',
      'rights.ownership': 'private',
    })
    expect(row).toMatchObject({ kind: 'land', number: '', reference: 'EH/141', problems: [] })
  })

  test.each([
    ['0,75', '0.75', []],
    ['7 500 m2', '0.75', ['G2 note converted']],
    ['about one', undefined, ['G2 error not_a_number']],
  ])('takes "%s" for %s hectares', (typed, hectares, problems) => {
    const row = readUkRow(...rowOf({ ...site, Hectares: typed }), 'en')
    expect(row.fields.get('land.plotHa')?.[0]).toBe(hectares)
    expect(problemsOf(row)).toEqual(problems)
  })

  test.each([
    ['OSGB36', { CoordinateReferenceSystem: 'OSGB36' }, ['D2 error not_wgs84']],
    ['an end date', { EndDate: '2023-01-01' }, ['L2 error ended_in_source']],
    [
      'a public owner, of whom it does not say which',
      { OwnershipStatus: 'owned by a public authority' },
      ['H2 note not_taken'],
    ],
    ['an unknown owner', { OwnershipStatus: 'unknown ownership' }, []],
  ])('with %s says so', (_name, change, problems) => {
    expect(problemsOf(readUkRow(...rowOf({ ...site, ...change }), 'en'))).toEqual(problems)
  })
})

describe('the French standard', () => {
  const site = {
    site_id: '12083_22',
    site_nom: 'Ancienne usine',
    comm_nom: 'Балхаш',
    bati_nombre: 1,
    bati_surface: 2400,
    bati_pollution: 'amiante',
    local_ancien_annee: 1976,
    sol_pollution_existe: 'pollution avérée',
    unite_fonciere_surface: 16750,
    unite_fonciere_refcad: '12083000AH0035|12083000AH0072',
    proprio_nom: 'inconnu',
    site_statut: 'friche sans projet',
    activite_fin_annee: '',
    geompoint: 'POINT(74.98 46.84)',
  }

  test('gives a building with its parcels, ground and past', () => {
    const row = readCnigRow(...rowOf(site), 'ru')
    expect(fieldsOf(row)).toEqual({
      'identity.name.ru': 'Ancienne usine',
      'identity.cadastralNumbers': '12083000AH0035\n12083000AH0072',
      'identity.point': '46.84, 74.98',
      'land.plotHa': '1.675',
      'land.provenance.source': 'document',
      'land.provenance.reference': '12083_22',
      'environment.contamination': 'proven',
      'buildings.0.totalAreaM2': '2400',
      'buildings.0.yearBuilt': '1976',
      'buildings.0.asbestos': 'present',
    })
    expect(row).toMatchObject({ kind: 'building', town: 'Балхаш', reference: '12083_22', problems: [] })
  })

  test.each([
    ['12500,5', '1.25005', []],
    ['12 500', '1.25', []],
    ['16750 m²', '1.675', []],
    ['1,25 ha', '1.25', ['I2 note converted']],
    ['environ 2 ha', undefined, ['I2 error not_a_number']],
    ['400 acres', undefined, ['I2 error unknown_unit']],
  ])('takes a plot of "%s" for %s hectares', (typed, hectares, problems) => {
    const row = readCnigRow(...rowOf({ ...site, unite_fonciere_surface: typed }), 'ru')
    expect(row.fields.get('land.plotHa')?.[0]).toBe(hectares)
    expect(problemsOf(row)).toEqual(problems)
  })

  test.each([
    ['2 bâtiments', 'complex', undefined],
    ['1 bâtiment', 'building', '2400'],
    ['1,0', 'building', '2400'],
    ['0', 'land', undefined],
  ])('counts "%s" as %s', (typed, kind, area) => {
    const row = readCnigRow(...rowOf({ ...site, bati_nombre: typed, bati_surface: '2 400 m²' }), 'ru')
    expect([row.kind, row.fields.get('buildings.0.totalAreaM2')?.[0]]).toEqual([kind, area])
    expect(problemsOf(row).filter((problem) => problem.includes('error'))).toEqual([])
  })

  test('does not guess how many buildings "plusieurs" are', () => {
    expect(problemsOf(readCnigRow(...rowOf({ ...site, bati_nombre: 'plusieurs' }), 'ru'))).toEqual([
      'D2 error not_a_number',
    ])
  })

  test('may say latitude first, as the example of the standard does', () => {
    const row = readCnigRow(...rowOf({ ...site, geompoint: 'POINT(46.84 74.98)' }), 'ru')
    expect(row.fields.get('identity.point')).toEqual(['46.84, 74.98'])
  })

  test('with several buildings is a complex, and their sums are written to none of them', () => {
    const row = readCnigRow(...rowOf({ ...site, bati_nombre: 3 }), 'ru')
    expect(row.kind).toBe('complex')
    expect([...row.fields.keys()].filter((name) => name.startsWith('buildings'))).toEqual([])
    expect(problemsOf(row)).toEqual([
      'E2 note several_buildings',
      'G2 note several_buildings',
      'F2 note several_buildings',
    ])
  })

  test.each([
    ['a site that was converted', { site_statut: 'friche reconvertie' }, ['L2 error ended_in_source']],
    ['only the year of its end', { activite_fin_annee: 1989 }, ['M2 note year_only']],
    ['a line as its point', { geompoint: 'LINESTRING(1 2, 3 4)' }, ['N2 error not_coordinates']],
    [
      'nothing about buildings',
      { bati_nombre: '', bati_surface: '', bati_pollution: '', local_ancien_annee: '' },
      ['A2 note kind_assumed'],
    ],
  ])('with %s says so', (_name, change, problems) => {
    expect(problemsOf(readCnigRow(...rowOf({ ...site, ...change }), 'ru'))).toEqual(problems)
  })
})
