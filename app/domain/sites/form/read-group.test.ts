import { toLocalDate } from '#app/domain/kernel/local-date'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import { DossierSchema } from '#app/domain/sites/schema'
import { dossierGroups, type DossierGroup } from '#app/domain/sites/choices'
import { anyDossier, formDay, formIncentives } from '#tests/builders/dossiers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFields } from './form-fields'
import { readGroup, type FormContext } from './read-group'
import { writeForm } from './write-form'

const context: FormContext = { kind: 'building', today: toLocalDate(formDay), incentives: formIncentives }

function read(group: DossierGroup, typed: Record<string, string>, dossier = emptyDossier('building')) {
  return readGroup(group, dossier, readFields(Object.entries(typed)), context)
}

function fieldsOf(values: Record<string, string[]>) {
  return readFields(
    Object.entries(values).flatMap(([name, texts]) => texts.map((text): [string, string] => [name, text])),
  )
}

const power = 'utilities.electricity'

describe('a value that cannot be', () => {
  test.each<[DossierGroup, Record<string, string>, string, object]>([
    [
      'identity',
      { 'identity.point': '74,99 46,84' },
      'identity.point',
      { code: 'swapped', params: { lat: 46.84, lng: 74.99 } },
    ],
    ['identity', { 'identity.point': '10, 10' }, 'identity.point', { code: 'outside_country' }],
    ['identity', { 'identity.point': 'у завода' }, 'identity.point', { code: 'not_coordinates' }],
    [
      'identity',
      { 'identity.name.kk': 'х'.repeat(201) },
      'identity.name.kk',
      { code: 'too_long', params: { max: 200 } },
    ],
    [
      'identity',
      { 'identity.cadastralNumbers': '1\n'.repeat(60) + '2' },
      'identity.cadastralNumbers',
      { code: 'too_many', params: { max: 50 } },
    ],
    ['rights', { 'rights.price': '450,50' }, 'rights.price', { code: 'not_whole' }],
    ['rights', { 'rights.price': '-1' }, 'rights.price', { code: 'negative' }],
    ['rights', { 'rights.price': '99999999999999' }, 'rights.price', { code: 'too_large', params: { max: 1e13 } }],
    ['rights', { 'rights.price': '450' }, 'rights.priceKind', { code: 'price_kind_missing' }],
    ['rights', { 'rights.idleSince': '2026-12' }, 'rights.idleSince', { code: 'in_future' }],
    ['rights', { 'rights.idleSince': '2024-13' }, 'rights.idleSince', { code: 'not_a_month' }],
    ['rights', { 'rights.ownership': 'royal' }, 'rights.ownership', { code: 'not_a_choice' }],
    ['buildings', { 'buildings.0.totalAreaM2': 'много' }, 'buildings.0.totalAreaM2', { code: 'not_a_number' }],
    [
      'buildings',
      { 'buildings.0.yearBuilt': '3000' },
      'buildings.0.yearBuilt',
      { code: 'bad_year', params: { min: '1850', max: '2027' } },
    ],
    [
      'buildings',
      { 'buildings.0.floors': '2,5' },
      'buildings.0.floors',
      { code: 'not_an_integer', params: { decimals: 0 } },
    ],
    [
      'buildings',
      { 'buildings.0.totalAreaM2': '100', 'buildings.0.freeAreaM2': '101' },
      'buildings.0.freeAreaM2',
      { code: 'free_area_exceeds', params: { max: 100 } },
    ],
    ['land', { 'land.plotHa': '100001' }, 'land.plotHa', { code: 'too_large', params: { max: 100_000, unit: 'ha' } }],
    [
      'utilities',
      { [`${power}.presence`]: 'connected', [`${power}.installed`]: '400 кВт' },
      `${power}.installed`,
      { code: 'not_a_number' },
    ],
    [
      'utilities',
      { [`${power}.presence`]: 'connected', [`${power}.installed`]: '1000001' },
      `${power}.installed`,
      { code: 'too_large', params: { max: 1_000_000, unit: 'kW' } },
    ],
    [
      'utilities',
      {
        [`${power}.presence`]: 'connected',
        [`${power}.installed`]: '60',
        [`${power}.used`]: '5',
        [`${power}.free`]: '75',
      },
      `${power}.free`,
      { code: 'free_exceeds', params: { max: 55 } },
    ],
    [
      'utilities',
      {
        [`${power}.presence`]: 'connected',
        [`${power}.installed`]: '0,3',
        [`${power}.used`]: '0,1',
        [`${power}.free`]: '0,21',
      },
      `${power}.free`,
      { code: 'free_exceeds', params: { max: 0.2 } },
    ],
    [
      'utilities',
      { [`${power}.presence`]: 'connected', [`${power}.installed`]: '60', [`${power}.used`]: '70' },
      `${power}.used`,
      { code: 'used_exceeds', params: { max: 60 } },
    ],
    [
      'utilities',
      {
        [`${power}.presence`]: 'connected',
        [`${power}.installed`]: '60',
        [`${power}.used`]: '50',
        [`${power}.reserved`]: '20',
      },
      `${power}.reserved`,
      { code: 'used_exceeds', params: { max: 10 } },
    ],
    ['utilities', { [`${power}.provenance.asOf`]: '2026-11-22' }, `${power}.provenance.asOf`, { code: 'in_future' }],
    ['utilities', { [`${power}.provenance.asOf`]: '2026-02-30' }, `${power}.provenance.asOf`, { code: 'not_a_date' }],
    [
      'utilities',
      { [`${power}.provenance.asOf`]: '2026-10-01', [`${power}.provenance.validUntil`]: '2026-09-01' },
      `${power}.provenance.validUntil`,
      { code: 'before_as_of' },
    ],
    ['transport', { 'transport.highwayKm': '1e3' }, 'transport.highwayKm', { code: 'not_a_number' }],
    [
      'land',
      { 'land.plotHa': '2', 'land.freeHa': '3' },
      'land.freeHa',
      { code: 'free_area_exceeds', params: { max: 2 } },
    ],
    [
      'identity',
      { 'identity.outline': '46.84, 74.99\n46.85, 74.99\nу забора' },
      'identity.outline',
      { code: 'bad_corner', params: { line: 3 } },
    ],
    ['identity', { 'identity.kato': '1910' }, 'identity.kato', { code: 'not_kato' }],
    ['environment', { 'environment.pastOked': 'медь' }, 'environment.pastOked', { code: 'not_oked' }],
    ['offer', { 'offeredFor.sectors': 'casino' }, 'offeredFor.sectors', { code: 'not_a_choice' }],
    ['offer', { 'offeredFor.incentives': 'free_lunch' }, 'offeredFor.incentives', { code: 'not_a_choice' }],
    ['zone', { 'zone.akimat_decision': 'maybe' }, 'zone.akimat_decision', { code: 'not_a_choice' }],
  ])('in %s, %j, is named at its field', (group, typed, field, fault) => {
    expect(read(group, typed).faults).toEqual({ [field]: fault })
  })

  test('leaves the value that was there, and takes its neighbours', () => {
    const before = emptyDossier('building')
    before.land.plotHa = 2
    const { dossier, faults } = read('land', { 'land.plotHa': 'две', 'land.slopePct': '7,2' }, before)
    expect(Object.keys(faults)).toEqual(['land.plotHa'])
    expect([dossier.land.plotHa, dossier.land.slopePct]).toEqual([2, 7.2])
  })
})

describe('a value as people type it', () => {
  test.each<[DossierGroup, Record<string, string>, (dossier: ReturnType<typeof read>['dossier']) => unknown, unknown]>([
    ['identity', { 'identity.point': '46,84 74,99' }, (dossier) => dossier.identity.point, [74.99, 46.84]],
    [
      'identity',
      { 'identity.point': '74,99 46,84', 'identity.point.swapped': '46.84, 74.99' },
      (dossier) => dossier.identity.point,
      [74.99, 46.84],
    ],
    [
      'identity',
      { 'identity.cadastralNumbers': '09-108-001-123; 09-108-001-124\n09-108-001-123' },
      (dossier) => dossier.identity.cadastralNumbers,
      ['09-108-001-123', '09-108-001-124'],
    ],
    ['identity', { 'identity.name.ru': '  Цех \u0000\n №\u00a03 ' }, (dossier) => dossier.identity.name.ru, 'Цех № 3'],
    [
      'rights',
      { 'rights.price': '24 500 000 ₸', 'rights.priceKind': 'purchase' },
      (dossier) => dossier.rights.price,
      24_500_000,
    ],
    ['rights', { 'rights.idleSince': '05.2024' }, (dossier) => dossier.rights.idleSince, '2024-05'],
    [
      'buildings',
      { 'buildings.0.totalAreaM2': '2\u00a0400,5' },
      (dossier) => dossier.buildings[0]?.totalAreaM2,
      2400.5,
    ],
    [
      'utilities',
      { [`${power}.provenance.asOf`]: '28.10.2026' },
      (dossier) => dossier.utilities.electricity.provenance.asOf,
      '2026-10-28',
    ],
    [
      'utilities',
      { [`${power}.presence`]: 'planned', [`${power}.free`]: '1 250' },
      (dossier) => dossier.utilities.electricity.free,
      1250,
    ],
    [
      'utilities',
      { [`${power}.presence`]: 'none', [`${power}.free`]: '1 250' },
      (dossier) => dossier.utilities.electricity.free,
      null,
    ],
  ])('in %s, %j, is understood', (group, typed, pick, value) => {
    const { dossier, faults } = read(group, typed)
    expect(faults).toEqual({})
    expect(pick(dossier)).toEqual(value)
  })

  test('a question that does not apply has no value, until it applies again', () => {
    const { dossier } = read('land', { 'land.slopePct': '3', 'land.slopePct.applies': 'no' })
    expect([dossier.land.slopePct, dossier.notApplicable]).toEqual([null, ['land.slopePct']])
    expect(read('land', { 'land.slopePct.applies': 'yes' }, dossier).dossier.notApplicable).toEqual([])
  })

  test('empty is unknown, absent from the form is left as it was', () => {
    const before = emptyDossier('building')
    before.transport = { ...before.transport, highwayKm: 4, railKm: 2 }
    const { dossier } = read('transport', { 'transport.highwayKm': ' ' }, before)
    expect([dossier.transport.highwayKm, dossier.transport.railKm]).toEqual([null, 2])
  })
})

describe.each(['kk', 'ru', 'en'] as const)('any dossier in %s', (language) => {
  test('is read back from its own forms', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const fields = fieldsOf(writeForm(dossier, language))
        for (const group of dossierGroups) {
          const { dossier: again, faults } = readGroup(group, dossier, fields, context)
          expect(faults).toEqual({})
          expect(again).toEqual(dossier)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('whatever is typed, the dossier can be stored', () => {
  const names = Object.keys(writeForm(emptyDossier('building'), 'ru'))
  const typing = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 30 }), { maxKeys: 12 })
  fc.assert(
    fc.property(anyDossier, fc.constantFrom(...dossierGroups), typing, (before, group, typed) => {
      const { dossier } = read(group, typed, before)
      expect(DossierSchema.safeParse(dossier).success).toBe(true)
      expect(JSON.stringify(dossier)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
    }),
    { numRuns: 200 },
  )
})
