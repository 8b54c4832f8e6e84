import { kazakhstan } from '#app/domain/kernel/geo'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { dossierGroups } from '#app/domain/sites/choices'
import {
  emptyBuilding,
  emptyCommitment,
  emptyDossier,
  emptyEncumbrance,
  emptyStep,
  noText,
} from '#app/domain/sites/empty-dossier'
import { allFields } from '#app/domain/sites/fields/catalogue'
import type { Field } from '#app/domain/sites/fields/field'
import { withValue } from '#app/domain/sites/fields/value-at'
import { checkGroup } from '#app/domain/sites/form/check-group'
import { cleanText, FieldReader } from '#app/domain/sites/form/field-reader'
import type { Dossier } from '#app/domain/sites/model'
import fc from 'fast-check'

/** The day on which the forms of a property are read. */
export const formDay = '2026-11-21'

/** Measures of support that the forms of a property may name. */
export const formIncentives = ['damu_subsidy', 'zone_lease', 'tax_holiday']

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const lineOf = (max: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: Math.min(max, 30) })
    // Cut first: the cut may halve a character.
    .map((text) => cleanText(text.slice(0, max)).replace(/\s+/gu, ' ').trim())
const paragraph = fc.array(lineOf(30), { maxLength: 3 }).map((lines) => lines.join('\n').trim())
const inLanguages = (text: fc.Arbitrary<string>) => fc.record({ kk: text, ru: text, en: text })
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date(formDay), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const point = fc
  .tuple(
    fc.double({ min: kazakhstan[0], max: kazakhstan[2], noNaN: true }),
    fc.double({ min: kazakhstan[1], max: kazakhstan[3], noNaN: true }),
  )
  .map(([lng, lat]): [number, number] => [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6])
const corners = fc.uniqueArray(point, { minLength: 3, maxLength: 6, selector: String })

/** Whole, or with up to three decimals as quantities are typed. */
function numberOf({ min = 0, max, isWhole }: { min?: number; max: number; isWhole?: boolean }) {
  if (isWhole) return fc.integer({ min, max })
  return fc.nat({ max: Math.floor(Math.min(max, 1_000_000) * 1000) }).map((thousandths) => thousandths / 1000)
}

/** Any value that the field takes. */
function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'line':
      return field.name.endsWith('kato') || field.name.endsWith('Oked') ? fc.constant('') : lineOf(field.max)
    case 'text':
      return paragraph
    case 'localized_line':
      return inLanguages(lineOf(field.max))
    case 'localized_text':
      return inLanguages(paragraph)
    case 'number':
      return field.emptyMeans === undefined ? maybe(numberOf(field)) : numberOf(field)
    case 'money':
      return maybe(fc.nat({ max: 2_000_000_000 }))
    case 'year':
      return maybe(fc.integer({ min: 1850, max: 2027 }))
    case 'month':
      return maybe(day.map((date) => date.slice(0, 7)))
    case 'day':
      return maybe(day)
    case 'box':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...field.options)
    case 'optional':
      return maybe(fc.constantFrom(...field.options))
    case 'boxes':
      return fc.subarray([...field.options])
    case 'incentives':
      return fc.subarray(formIncentives)
    case 'lines':
      return fc.uniqueArray(field.reads === 'oked' ? fc.constantFrom('24', '10.7', '62.01') : cadastral, {
        maxLength: 3,
      })
    case 'point':
      return maybe(point)
    case 'outline':
      return maybe(corners)
    case 'link':
      return fc.constantFrom('', 'https://gosreestr.kz/lot/1')
  }
}

const cadastral = fc.stringMatching(/^\d{2}-\d{3}-\d{3}-\d{3,5}$/)
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 2 })

/** As many entries in each list as chance says; nothing is known of them yet. */
const anyShape = fc
  .record({
    steps: fc.nat(2),
    encumbrances: fc.nat(2),
    buildings: fc.nat(3),
    photos: ids,
    papers: ids,
    commitments: ids,
  })
  .map((counts): Dossier => {
    const blank = emptyDossier('building')
    const times = <Entry>(count: number, entry: () => Entry) => Array.from({ length: count }, entry)
    return {
      ...blank,
      rights: {
        ...blank.rights,
        steps: times(counts.steps, emptyStep),
        encumbrances: times(counts.encumbrances, emptyEncumbrance),
      },
      buildings: times(counts.buildings, emptyBuilding),
      photos: counts.photos.map((fileId) => ({ fileId, alt: noText(), access: 'public' })),
      papers: counts.papers.map((fileId) => ({ fileId, kind: 'other', title: noText(), access: 'public' })),
      commitments: counts.commitments.map(emptyCommitment),
    }
  })

/** Any dossier that an akimat could have typed: everything known or unknown in any combination, nothing contradictory. */
export const anyDossier: fc.Arbitrary<Dossier> = anyShape.chain((shape) => {
  const fields = allFields(shape)
  return fc.tuple(...fields.map(valueOf)).map((values) => {
    const filled = fields.reduce((dossier, { name }, index) => withValue(dossier, name, values[index]), shape)
    return withoutContradictions(filled)
  })
})

function withoutContradictions(dossier: Dossier): Dossier {
  const reader = new FieldReader(new Map(), toLocalDate(formDay))
  const checked = dossierGroups.reduce((next, group) => checkGroup(reader, group, next), dossier)
  // Taking out one value may leave another that does not fit.
  if (Object.keys(reader.faults).some((name) => name !== 'rights.priceKind')) return withoutContradictions(checked)
  return checked.rights.priceKind === null ? withValue(checked, 'rights.price', null) : checked
}
