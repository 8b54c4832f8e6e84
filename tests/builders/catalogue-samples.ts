import { utilityKinds } from '#app/domain/kernel/quantity'
import { askedUtilities, sorts, zoneChoices, type Criteria } from '#app/domain/search/model'
import { hasOrigin } from '#app/domain/search/origin'
import type { Places } from '#app/domain/search/row'
import { presences, priceKinds, railAccesses, siteKinds, tenures, zoneQuestions } from '#app/domain/sites/choices'
import type { Building, Dossier, Utility } from '#app/domain/sites/model'
import type { PublishedSite } from '#app/domain/sites/public-site'
import { emptyBuilding, emptyDossier, unknownUtility } from '#app/domain/sites/empty-dossier'
import { sectorKeys } from '#app/domain/towns/model'
import fc from 'fast-check'

export const now = new Date('2026-11-21T09:00:00Z')

const dayMs = 86_400_000

export const places: Places = {
  regions: [
    { key: 'karaganda', name: { kk: 'Қарағанды облысы', ru: 'Карагандинская область', en: 'Karaganda Region' } },
    { key: 'ulytau', name: { kk: 'Ұлытау облысы', ru: 'область Ұлытау', en: 'Ulytau Region' } },
  ],
  towns: [
    {
      key: 'balkhash',
      regionKey: 'karaganda',
      name: { kk: 'Балқаш', ru: 'Балхаш', en: 'Balkhash' },
      aliases: [],
      point: [74.98, 46.84],
    },
    {
      key: 'temirtau',
      regionKey: 'karaganda',
      name: { kk: 'Теміртау', ru: 'Темиртау', en: 'Temirtau' },
      aliases: [],
      point: [72.96, 50.05],
    },
    {
      key: 'satpayev',
      regionKey: 'ulytau',
      name: { kk: 'Сәтбаев', ru: 'Сатпаев', en: 'Satpayev' },
      aliases: ['Сатпаевск'],
      point: [67.54, 47.9],
    },
  ],
}

export const knownKeys = {
  regions: places.regions.map((region) => region.key),
  towns: places.towns.map((town) => town.key),
  incentives: ['unused_state_asset', 'industrial_zone', 'leasing'],
}

/** Few different values, so that the edges of ranges are met often. */
const quantity = fc.option(fc.constantFrom(0, 40, 100, 400, 400.5, 1200), { nil: null })
const steps = fc.constantFrom(10, 40, 100, 400, 1000)
const point = fc.tuple(fc.double({ min: 66, max: 76, noNaN: true }), fc.double({ min: 46, max: 51, noNaN: true }))
const few = <Value>(values: readonly Value[], maxLength = 2) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength }).map((list) => [...list])
const words = fc.constantFrom('Цех', 'Склад базы', 'Мастерские', 'Тепличный участок', 'Қойма')

const utility: fc.Arbitrary<Utility> = fc
  .record({
    presence: fc.constantFrom(...presences),
    installed: quantity,
    used: quantity,
    reserved: quantity,
    free: quantity,
  })
  .map((said) => ({ ...unknownUtility(), ...said }))

const building: fc.Arbitrary<Building> = fc
  .record({
    totalAreaM2: quantity,
    freeAreaM2: quantity,
    clearHeightM: fc.option(fc.constantFrom(3, 6, 12), { nil: null }),
  })
  .map((said) => ({ ...emptyBuilding(), ...said }))

const answers = fc.constantFrom('yes', 'no', 'unknown' as const)

const dossier: fc.Arbitrary<Dossier> = fc
  .record({
    name: fc.record({ kk: words, ru: words, en: fc.constant('') }),
    address: fc.constantFrom('ул. Ленина, 118', 'Абай көшесі'),
    point: fc.option(point, { nil: null, freq: 8 }),
    tenures: few(tenures),
    priceKind: fc.option(fc.constantFrom(...priceKinds), { nil: null }),
    price: quantity.map((price) => price && Math.round(price)),
    plotHa: quantity,
    buildings: fc.array(building, { maxLength: 2 }),
    utilities: fc.record(Object.fromEntries(utilityKinds.map((kind) => [kind, utility]))) as fc.Arbitrary<
      Dossier['utilities']
    >,
    railAccess: fc.constantFrom(...railAccesses),
    railKm: quantity,
    sectors: few(sectorKeys, 3),
    incentives: few(knownKeys.incentives),
    zone: fc.record(Object.fromEntries(zoneQuestions.map((key) => [key, answers]))) as fc.Arbitrary<Dossier['zone']>,
  })
  .map((said) => {
    const empty = emptyDossier('land')
    const { tenures: offered, priceKind, price, railAccess, railKm, sectors, incentives } = said
    return {
      ...empty,
      identity: {
        ...empty.identity,
        name: said.name,
        address: { kk: '', ru: said.address, en: '' },
        point: said.point,
      },
      rights: { ...empty.rights, tenures: offered, priceKind, price },
      land: { ...empty.land, plotHa: said.plotHa },
      buildings: said.buildings,
      utilities: said.utilities,
      transport: { ...empty.transport, railAccess, railKm },
      offeredFor: { ...empty.offeredFor, sectors, incentives },
      zone: said.zone,
    }
  })

const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)

const site = fc.record({
  kind: fc.constantFrom(...siteKinds),
  townKey: fc.constantFrom(...knownKeys.towns),
  isDemo: fc.boolean(),
  confirmedAt: fc.option(fc.constantFrom(0, 40, 76, 77, 90, 91, 120, 121, 400).map(daysAgo), { nil: null, freq: 20 }),
  periodDays: fc.constantFrom(90, 90, 30),
  publishedAt: fc.integer({ min: 0, max: 500 }).map(daysAgo),
  dossier,
})

/** Published sites with different numbers, up to 30 of them. */
export function sitesOf(): fc.Arbitrary<PublishedSite[]> {
  return fc.array(site, { maxLength: 30 }).map((list) =>
    list.map(({ periodDays, ...said }, index) => ({
      ...said,
      confirmBy: said.confirmedAt && new Date(said.confirmedAt.getTime() + periodDays * dayMs),
      confirmations: {},
      id: String(index),
      number: `BLQ-${String(index + 1).padStart(4, '0')}`,
      changedAt: said.publishedAt,
      photos: [],
    })),
  )
}

const asked = fc.option(steps, { nil: null })
const rarely = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

/** An area with a dent, so that its box is more than what is drawn. */
const drawn: [number, number][] = [
  [66.5, 46.2],
  [75.5, 46.2],
  [71, 48],
  [75.5, 50.5],
  [66.5, 50.5],
]

/** Criteria as an address can carry them: distances only where they are counted from something. */
export function criteriaOf(): fc.Arbitrary<Criteria> {
  return fc
    .record({
      q: fc.constantFrom(
        '',
        '',
        '',
        'цех',
        'Balqash',
        'темиртау склад',
        'BLQ-0003',
        'цеха',
        'караганд',
        'склда',
        'Темиртоу',
        'мастерскии',
      ),
      sectors: few(sectorKeys),
      kinds: few(siteKinds),
      regions: few(knownKeys.regions, 1),
      towns: few(knownKeys.towns, 1),
      tenures: few(tenures),
      zones: few(zoneChoices),
      incentives: few(knownKeys.incentives, 1),
      areaMin: asked,
      areaMax: asked,
      plotMin: asked,
      plotMax: asked,
      free: fc.record(Object.fromEntries(askedUtilities.map((kind) => [kind, asked]))) as fc.Arbitrary<
        Criteria['free']
      >,
      rail: rarely(
        fc.oneof(
          fc.record({ kind: fc.constantFrom('on_site', 'adjacent' as const) }),
          fc.record({ kind: fc.constant('within_km' as const), km: steps }),
        ),
      ) as fc.Arbitrary<Criteria['rail']>,
      heightMin: rarely(fc.constantFrom(3, 6, 10)),
      price: rarely(fc.record({ kind: fc.constantFrom(...priceKinds), max: steps })),
      onlyFresh: fc.boolean(),
      bbox: rarely(fc.constant<Criteria['bbox']>([66.5, 46.2, 73.5, 50.5])),
      ring: rarely(fc.constant<Criteria['ring']>(drawn)),
      near: rarely(
        fc.constantFrom<Criteria['near']>({ point: [72, 48], withinKm: 250 }, { point: [72, 48], withinKm: null }),
      ),
      sort: fc.constantFrom(...sorts),
      page: fc.constantFrom(1, 2),
      size: fc.constantFrom(20, 5, 100),
    })
    .chain((full) => dropMost(full))
}

/** Most addresses ask for little; with everything asked at once nothing would ever be found. */
function dropMost(full: Criteria): fc.Arbitrary<Criteria> {
  return fc.infiniteStream(fc.integer({ min: 0, max: 99 })).map((stream) => {
    const keep = () => (stream.next().value ?? 99) < 22
    const list = <Value>(values: Value[]) => (keep() ? values : [])
    const value = <Value>(given: Value) => (keep() ? given : null)
    const bbox = value(full.bbox)
    const ring = value(full.ring)
    const near = value(full.near)
    const towns = list(full.towns)
    const [areaMin, plotMin] = [value(full.areaMin), value(full.plotMin)]
    const above = (min: number | null, max: number | null) => (min !== null && max !== null && max < min ? null : max)
    return {
      ...full,
      q: value(full.q) ?? '',
      sectors: orderedAs(sectorKeys, list(full.sectors)),
      kinds: orderedAs(siteKinds, list(full.kinds)),
      regions: list(full.regions),
      towns,
      tenures: orderedAs(tenures, list(full.tenures)),
      zones: orderedAs(zoneChoices, list(full.zones)),
      incentives: list(full.incentives),
      areaMin,
      areaMax: above(areaMin, value(full.areaMax)),
      plotMin,
      plotMax: above(plotMin, value(full.plotMax)),
      free: Object.fromEntries(askedUtilities.map((kind) => [kind, value(full.free[kind])])) as Criteria['free'],
      rail: value(full.rail),
      heightMin: value(full.heightMin),
      price: value(full.price),
      bbox,
      ring,
      near,
      onlyFresh: value(full.onlyFresh) ?? false,
      sort: full.sort === 'distance' && !hasOrigin({ near, ring, bbox, towns }) ? 'relevance' : full.sort,
    }
  })
}

function orderedAs<Value>(order: readonly Value[], values: readonly Value[]): Value[] {
  return order.filter((value) => values.includes(value))
}
