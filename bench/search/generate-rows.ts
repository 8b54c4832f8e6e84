import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { absent, type CatalogueRow, type Places, type RowPrices } from '#app/domain/search/row'
import { indexText } from '#app/domain/search/text'
import { priceKinds, railAccesses, tenures, type SiteKind, type Tenure } from '#app/domain/sites/choices'
import type { Dossier, ZoneVerdict } from '#app/domain/sites/model'
import { sectorKeys, type SectorKey } from '#app/domain/towns/model'
import { createRandom, type Random } from '#seeds/builders/random'
import { referenceFiles } from '#seeds/reference/reference-data'
import { nouns, owners, streets } from './words'

/** The moment of the benchmark: sites are fresh, stale or lapsed as seen from here. */
export const benchNow = new Date('2026-11-21T09:00:00Z')

/** The towns and regions of the reference data. */
export const benchPlaces: Places = {
  regions: referenceFiles.regions.regions.map(({ key, name }) => ({ key, name })),
  towns: referenceFiles.towns.map(({ key, region, name, aliases, point }) => {
    const [lng = 0, lat = 0] = point.value
    return { key, regionKey: region, name, aliases, point: [lng, lat] }
  }),
}

const minuteMs = 60_000
const dayMs = 1440 * minuteMs
const termDays = 90

type Town = { key: string; code: string; regionKey: string; lng: number; lat: number; text: string }

const foldedTexts = new Map<string, string>()

/** Folded words of texts that come again and again; folding them for each row would take most of the time. */
function fold(...texts: string[]): string {
  const key = texts.join('|')
  const known = foldedTexts.get(key)
  if (known !== undefined) return known
  const { name } = indexText(texts, [], '')
  foldedTexts.set(key, name)
  return name
}

/** Larger towns have more sites; the smallest have a tenth of what the largest has. */
const townWeights = referenceFiles.towns.map(({ key, code, region, name, aliases, point, population }) => {
  const [lng = 0, lat = 0] = point.value
  const regionName = referenceFiles.regions.regions.find((candidate) => candidate.key === region)?.name
  const text = fold(...Object.values(name), ...aliases, ...Object.values(regionName ?? {}))
  const town: Town = { key, code, regionKey: region, lng, lat, text }
  return [town, population.value] as const
})

const kindWeights = [
  ['building', 40],
  ['land', 25],
  ['premises', 15],
  ['complex', 12],
  ['unfinished', 8],
] as const satisfies readonly (readonly [SiteKind, number])[]

/** Middle floor area, m², and plot, ha, of a kind; 0 where it has none. */
const middles: Record<SiteKind, { area: number; plot: number }> = {
  building: { area: 1500, plot: 0.8 },
  complex: { area: 8000, plot: 4 },
  unfinished: { area: 2500, plot: 1.2 },
  land: { area: 0, plot: 3 },
  premises: { area: 250, plot: 0 },
}

/** Middle free capacity in the unit of the utility, and the share of sites that have none of it. */
const capacities: Record<UtilityKind, { middle: number; none: number }> = {
  electricity: { middle: 200, none: 0.08 },
  water: { middle: 40, none: 0.1 },
  sewer: { middle: 30, none: 0.2 },
  heat: { middle: 0.5, none: 0.25 },
  gas: { middle: 60, none: 0.5 },
  steam: { middle: 2, none: 0.7 },
  telecom: { middle: 100, none: 0.15 },
}

const heights = [2.7, 3, 3.3, 3.6, 4.2, 4.8, 6, 7.2, 8.4, 9.6, 10.8, 12.6, 14.4, 18]
const lifts = [1, 2, 3.2, 5, 10, 12.5, 16, 20, 32, 50]
const unknownShare = 0.25
const incentiveKeys = referenceFiles.incentives.map((incentive) => incentive.key)
const zoneWeights: readonly (readonly [ZoneVerdict, number])[] = [
  ['eligible', 30],
  ['eligible_if', 25],
  ['not_eligible', 20],
  ['undetermined', 25],
]
const railWeights = railAccesses.map((access, index) => [access, [12, 14, 32, 17, 25][index] ?? 0] as const)

/**
 * Invented sites one by one, the same for every run: a row is made of nothing but the fixed seed and its position, so
 * the first thousand of a million are the thousand.
 */
export function* generateRows(count: number): Generator<CatalogueRow> {
  const random = createRandom('bench-search')
  const numbers = new Map<string, number>()
  for (let position = 0; position < count; position++) {
    const town = random.weigh(townWeights)
    const inTown = (numbers.get(town.key) ?? 0) + 1
    numbers.set(town.key, inTown)
    yield makeRow(random, town, `${town.code}-${String(inTown).padStart(4, '0')}`)
  }
}

function makeRow(random: Random, town: Town, number: string): CatalogueRow {
  const kind = random.weigh(kindWeights)
  const hasBuilding = kind !== 'land'
  const { name, nameText } = inventName(random, kind)
  const address = `${fold(...pickUsual(random, streets))} ${random.whole(1, 140)}`
  const area = hasBuilding ? maybe(random, () => amount(random, middles[kind].area, 1.1)) : absent
  const plot = kind === 'premises' ? absent : maybe(random, () => amount(random, middles[kind].plot, 1.2))
  const isAreaOpen = hasBuilding && !Number.isNaN(area) && random.chance(0.06)
  const offered = few(random, tenures, random.weigh(fewWeights))
  const { price, prices } = inventPrices(random, offered, isAreaOpen ? Number.NaN : area)
  const utilities = inventUtilities(random)
  const confirmedMs = inventConfirmation(random)
  const confirmByMs = confirmedMs + termDays * dayMs
  const publishedMs = benchNow.getTime() - random.whole(0, 900 * 1440) * minuteMs
  const rail = random.weigh(railWeights)
  return {
    id: inventId(random),
    card: {
      ...{ number, kind, name, townKey: town.key, regionKey: town.regionKey, zone: random.weigh(zoneWeights) },
      ...{ point: inventPoint(random, town), sectors: inventSectors(random, kind), tenures: offered, utilities },
      areaM2: area === absent || Number.isNaN(area) ? null : area,
      plotHa: plot === absent || Number.isNaN(plot) ? null : plot,
      confirmedAt: toIso(confirmedMs),
      confirmBy: toIso(confirmByMs),
      updatedAt: new Date(publishedMs).toISOString(),
      isDemo: false,
      photo: random.chance(0.4) ? inventPhoto(random, name) : null,
      price,
    },
    incentives: few(random, incentiveKeys, random.whole(0, 4)),
    text: { name: nameText, place: `${address} ${town.text} ${indexText([], [], number).place}` },
    ...{ confirmedMs, confirmByMs, publishedMs, area, isAreaOpen, plot },
    ...inventLargest(random, hasBuilding, heights, 'height'),
    ...inventLargest(random, hasBuilding && random.chance(0.5), lifts, 'crane'),
    rail,
    railKm: rail === 'distance' ? maybe(random, () => amount(random, 6, 1.1)) : Number.NaN,
    highwayKm: maybe(random, () => amount(random, 5, 1.2)),
    prices,
    commitments: random.chance(0.15) ? [inventCommitment(random)] : [],
  }
}

const fewWeights = [
  [0, 25],
  [1, 45],
  [2, 25],
  [3, 5],
] as const

function inventName(random: Random, kind: SiteKind) {
  const noun = pickUsual(random, nouns[kind])
  const owner = pickUsual(random, owners)
  const number = random.chance(0.5) ? String(random.whole(1, 60)) : ''
  const sign = number && ` № ${number}`
  const name = {
    kk: `${owner[0]} ${noun[0]}${sign}`,
    ru: `${noun[1]} ${owner[1]}${sign}`,
    en: `${noun[2]} ${owner[2]}`,
  }
  return { name, nameText: [fold(...noun), fold(...owner), number].filter((text) => text !== '').join(' ') }
}

/** The first items are chosen more often than the last. */
function pickUsual<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random.next() ** 1.8 * items.length)]
  if (item === undefined) throw new RangeError('nothing to choose from')
  return item
}

function few<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  const chosen = new Set<Item>()
  while (chosen.size < count) chosen.add(pickUsual(random, items))
  return items.filter((item) => chosen.has(item))
}

function maybe(random: Random, invent: () => number): number {
  return random.chance(unknownShare) ? Number.NaN : invent()
}

/** Log-normal around `middle`, rounded as people write amounts: mostly two digits that mean something. */
function amount(random: Random, middle: number, spread: number): number {
  return roundUsual(random, middle * Math.exp(spread * gauss(random)))
}

function gauss(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

function roundUsual(random: Random, value: number): number {
  const digits = random.chance(0.65) ? 2 : random.chance(0.7) ? 3 : 4
  return Number(Math.max(value, 0.01).toPrecision(digits))
}

function inventUtilities(random: Random): CatalogueRow['card']['utilities'] {
  const cells = utilityKinds.map((kind) => {
    const { middle, none } = capacities[kind]
    const asOf = new Date(benchNow.getTime() - random.whole(0, 700) * dayMs).toISOString().slice(0, 10)
    if (random.chance(unknownShare))
      return [kind, { presence: random.pick(['connected', 'unknown']), free: null, asOf: null }]
    if (random.chance(none)) return [kind, { presence: 'none', free: 0, asOf }]
    return [kind, { presence: random.pick(['connected', 'at_boundary']), free: amount(random, middle, 1.4), asOf }]
  })
  return Object.fromEntries(cells) as CatalogueRow['card']['utilities']
}

/** Height or lifting capacity: unknown where a building is silent, which may come on top of a known one. */
function inventLargest(
  random: Random,
  has: boolean,
  values: readonly number[],
  name: 'height',
): Pick<CatalogueRow, 'height' | 'isHeightOpen'>
function inventLargest(
  random: Random,
  has: boolean,
  values: readonly number[],
  name: 'crane',
): Pick<CatalogueRow, 'crane' | 'isCraneOpen'>
function inventLargest(random: Random, has: boolean, values: readonly number[], name: 'height' | 'crane') {
  const isSilent = has && random.chance(unknownShare)
  const value = has && !isSilent ? pickUsual(random, values) : absent
  const isOpen = isSilent || (has && random.chance(0.06))
  return name === 'height' ? { height: value, isHeightOpen: isOpen } : { crane: value, isCraneOpen: isOpen }
}

const rentals: readonly Tenure[] = ['lease', 'lease_with_buyout', 'trust_management', 'art234_free_transfer']
const purchases: readonly Tenure[] = ['sale', 'lease_with_buyout']

function inventPrices(random: Random, offered: readonly Tenure[], area: number) {
  const offers = (ways: readonly Tenure[]) => offered.length === 0 || offered.some((tenure) => ways.includes(tenure))
  const rent = offers(rentals) ? Number.NaN : absent
  const prices: RowPrices = { rent_month: rent, rent_m2_month: rent, purchase: offers(purchases) ? Number.NaN : absent }
  const kind = random.weigh([
    [priceKinds[0], 40],
    [priceKinds[1], 20],
    [priceKinds[2], 40],
  ] as const)
  const isOffered = offers(kind === 'purchase' ? purchases : rentals)
  if (!isOffered || random.chance(unknownShare)) return { price: null, prices }
  const sum = amount(random, kind === 'rent_m2_month' ? 900 : kind === 'rent_month' ? 600_000 : 45_000_000, 1)
  const value = kind === 'rent_m2_month' ? sum : Math.round(sum)
  prices[kind] = value
  if (area > 0 && kind === 'rent_m2_month') prices.rent_month = roundUsual(random, value * area)
  if (area > 0 && kind === 'rent_month') prices.rent_m2_month = roundUsual(random, value / area)
  return { price: { kind, amount: value, isNegotiable: random.chance(0.3) }, prices }
}

/** Most were confirmed within the term, a twentieth is stale, a few have lapsed or were never confirmed (NaN). */
function inventConfirmation(random: Random): number {
  const share = random.next()
  if (share < 0.005) return Number.NaN
  const [from, to] = share < 0.03 ? [121, 400] : share < 0.08 ? [91, 119] : [0, 89]
  return benchNow.getTime() - random.whole(from * 1440, to * 1440) * minuteMs
}

function toIso(ms: number): string | null {
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

/** Around the town, some out in its district, some without a place. */
function inventPoint(random: Random, town: Town): [number, number] | null {
  if (random.chance(0.05)) return null
  const spread = random.chance(0.12) ? 0.9 : 0.06
  const place = (middle: number, factor: number) => Number((middle + gauss(random) * spread * factor).toFixed(5))
  return [place(town.lng, 1.4), place(town.lat, 1)]
}

function inventSectors(random: Random, kind: SiteKind): SectorKey[] {
  const usual = kind === 'premises' ? sectorKeys.slice(3, 6) : kind === 'land' ? sectorKeys.slice(0, 3) : sectorKeys
  return few(random, random.chance(0.8) ? usual : sectorKeys, random.whole(1, 3))
}

function inventId(random: Random): string {
  const part = () =>
    Math.floor(random.next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0')
  const [a, b, c, d] = [part(), part(), part(), part()]
  return `${a}-${b.slice(0, 4)}-8${b.slice(5)}-9${c.slice(1, 4)}-${c.slice(4)}${d}`
}

function inventPhoto(random: Random, alt: CatalogueRow['card']['name']): CatalogueRow['card']['photo'] {
  return { fileId: inventId(random), alt, width: 1600, height: 1067, widths: [480, 960, 1600] }
}

function inventCommitment(random: Random): Dossier['commitments'][number] {
  const work = random.pick(utilityKinds)
  const added = maybe(random, () => amount(random, capacities[work].middle, 0.8))
  return {
    ...{ id: inventId(random), work, added: Number.isNaN(added) ? null : added, note: { kk: '', ru: '', en: '' } },
    ...{ dueOn: `${random.whole(2027, 2029)}-0${random.whole(1, 9)}-01`, programme: '', budgetKzt: null },
    state: random.pick(['planned', 'funded'] as const),
    provenance: { source: 'estimate', reference: '', asOf: null, validUntil: null },
  }
}
