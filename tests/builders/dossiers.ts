import { kazakhstan } from '#app/domain/kernel/geo'
import { largestCapacity, utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { cleanText } from '#app/domain/sites/form/field-reader'
import {
  ownerships,
  presences,
  priceKinds,
  railAccesses,
  roadSurfaces,
  sourceKinds,
  tenures,
  zoneQuestions,
  type Dossier,
  type Utility,
} from '#app/domain/sites/model'
import { unknownUtility } from '#app/domain/sites/rules'
import { sectorKeys } from '#app/domain/towns/model'
import fc from 'fast-check'

/** The day on which the forms of a property are read. */
export const formDay = '2026-11-21'

/** Measures of support that the forms of a property may name. */
export const formIncentives = ['damu_subsidy', 'zone_lease', 'tax_holiday']

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => cleanText(text).replace(/\s+/gu, ' ').trim())
const paragraph = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n').trim())
const inLanguages = (text: fc.Arbitrary<string>) => fc.record({ kk: text, ru: text, en: text })

/** Up to three decimals, as quantities are typed. */
const quantity = (max: number) =>
  fc.nat({ max: Math.floor(Math.min(max, 1_000_000) * 1000) }).map((thousandths) => thousandths / 1000)
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date(formDay), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const provenance = fc
  .record({ source: maybe(fc.constantFrom(...sourceKinds)), reference: line, asOf: maybe(day), validUntil: maybe(day) })
  .map((facts) => (facts.asOf && facts.validUntil && facts.validUntil < facts.asOf ? { ...facts, asOf: null } : facts))

/** In a consistent utility what is taken and free fits into what is installed, and nothing absent has a quantity. */
function utility(kind: UtilityKind): fc.Arbitrary<Utility> {
  const most = largestCapacity[kind]
  const told = fc.record({
    presence: fc.constantFrom(...presences),
    shares: fc.tuple(maybe(quantity(most / 3)), maybe(quantity(most / 3)), maybe(quantity(most / 3))),
    isInstalledKnown: fc.boolean(),
    distanceM: maybe(quantity(200_000)),
    operator: line,
    provenance,
  })
  return told.map(({ presence, shares, isInstalledKnown, distanceM, operator, provenance: source }) => {
    const about = { ...unknownUtility(), presence, operator, provenance: source }
    if (presence === 'none' || presence === 'unknown') return about
    const [used, reserved, free] = shares
    const sum = Math.round(((used ?? 0) + (reserved ?? 0) + (free ?? 0)) * 1000) / 1000
    return { ...about, used, reserved, free, installed: isInstalledKnown ? sum : null, distanceM }
  })
}

const building = fc
  .record({
    totalAreaM2: maybe(quantity(10_000_000)),
    share: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
    yearBuilt: maybe(fc.integer({ min: 1850, max: 2027 })),
    floors: maybe(fc.integer({ min: 1, max: 60 })),
    clearHeightM: maybe(quantity(120)),
    wearPct: maybe(quantity(100)),
  })
  .map(({ share, ...facts }) => ({
    ...facts,
    freeAreaM2: share === null || facts.totalAreaM2 === null ? null : Math.floor(facts.totalAreaM2 * share),
  }))

const point = fc
  .tuple(
    fc.double({ min: kazakhstan[0], max: kazakhstan[2], noNaN: true }),
    fc.double({ min: kazakhstan[1], max: kazakhstan[3], noNaN: true }),
  )
  .map(([lng, lat]): [number, number] => [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6])

const identity: fc.Arbitrary<Dossier['identity']> = fc.record({
  name: inLanguages(line),
  description: inLanguages(paragraph),
  address: inLanguages(line),
  cadastralNumbers: fc.uniqueArray(fc.stringMatching(/^\d{2}-\d{3}-\d{3}-\d{3,5}$/), { maxLength: 5 }),
  point: maybe(point),
})

const rights: fc.Arbitrary<Dossier['rights']> = fc
  .record({
    ownership: fc.constantFrom(...ownerships),
    tenures: fc.subarray([...tenures]),
    priceKind: maybe(fc.constantFrom(...priceKinds)),
    price: maybe(fc.nat({ max: 2_000_000_000 })),
    priceNegotiable: fc.boolean(),
    idleSince: maybe(day.map((date) => date.slice(0, 7))),
    encumbrances: inLanguages(paragraph),
  })
  .map((facts) => (facts.priceKind === null ? { ...facts, price: null } : facts))

const transport: fc.Arbitrary<Dossier['transport']> = fc.record({
  roadSurface: fc.constantFrom(...roadSurfaces),
  highwayKm: maybe(quantity(1000)),
  highway: line,
  railAccess: fc.constantFrom(...railAccesses),
  railKm: maybe(quantity(1000)),
  railSidingM: maybe(quantity(100_000)),
  railStation: line,
})

const answer = fc.constantFrom('yes', 'no', 'unknown')

/** Any dossier that an akimat could have typed: everything known or unknown in any combination, nothing contradictory. */
export const anyDossier = fc.record({
  identity,
  rights,
  land: fc.record({ plotHa: maybe(quantity(100_000)) }),
  buildings: fc.array(building, { maxLength: 3 }),
  utilities: fc.record(Object.fromEntries(utilityKinds.map((kind) => [kind, utility(kind)]))),
  transport,
  offeredFor: fc.record({
    sectors: fc.subarray([...sectorKeys]),
    note: inLanguages(paragraph),
    incentives: fc.subarray(formIncentives),
  }),
  zone: fc.record(Object.fromEntries(zoneQuestions.map((question) => [question, answer]))),
  photos: fc
    .uniqueArray(fc.uuid(), { maxLength: 3 })
    .chain((ids) =>
      fc.tuple(...ids.map((fileId) => fc.record({ fileId: fc.constant(fileId), alt: inLanguages(line) }))),
    ),
}) as fc.Arbitrary<Dossier>
