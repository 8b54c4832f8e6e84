import { emptyCriteria } from '#app/domain/search/schema'
import { zoneChoices, type AskedUtility, type Criteria } from '#app/domain/search/model'
import { siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { createRandom, type Random } from '#seeds/builders/random'
import { benchPlaces } from './generate-rows'

export const queryClasses = ['selective', 'broad', 'text', 'box'] as const
export type QueryClass = (typeof queryClasses)[number]

/** A search page and the map beside it. */
export type BenchQuery = { kind: QueryClass; criteria: Criteria; zoom: number }

export const queriesPerClass = 50

/** The same queries for every run and every contestant, one class after the other. */
export function makeQueries(): BenchQuery[] {
  const random = createRandom('bench-search-queries')
  const make: Record<QueryClass, (index: number) => BenchQuery> = {
    selective: () => ({ kind: 'selective', criteria: askMuch(random), zoom: 5 }),
    broad: (index) => ({ kind: 'broad', criteria: askLittle(random, index % 5), zoom: random.whole(4, 6) }),
    text: (index) => ({ kind: 'text', criteria: askText(random, index), zoom: 5 }),
    box: () => askBox(random),
  }
  return queryClasses.flatMap((kind) => Array.from({ length: queriesPerClass }, (_, index) => make[kind](index)))
}

type Change = (criteria: Criteria, random: Random) => void

const town: Change = (criteria, random) => {
  criteria.towns = benchPlaces.towns.map(({ key }) => key).filter(() => random.chance(0.08))
}
const region: Change = (criteria, random) => {
  criteria.regions = [random.pick(benchPlaces.regions).key]
}
const free =
  (kind: AskedUtility, steps: readonly number[]): Change =>
  (criteria, random) => {
    criteria.free[kind] = random.pick(steps)
  }
const areaFrom =
  (steps: readonly number[]): Change =>
  (criteria, random) => {
    criteria.areaMin = random.pick(steps)
    if (random.chance(0.4)) criteria.areaMax = criteria.areaMin * 4
  }

/** What an investor with a clear need asks for; a few of these together leave little. */
const demanding: readonly Change[] = [
  town,
  region,
  areaFrom([2000, 4000, 8000]),
  free('electricity', [630, 1000, 1600]),
  free('water', [100, 150]),
  free('heat', [1, 2]),
  free('gas', [150, 300]),
  (criteria, random) => (criteria.kinds = [random.pick(siteKinds)]),
  (criteria, random) => (criteria.sectors = [random.pick(sectorKeys)]),
  (criteria, random) => (criteria.tenures = [random.pick(tenures.slice(0, 3))]),
  (criteria) => (criteria.zones = ['eligible']),
  (criteria, random) => (criteria.rail = random.chance(0.5) ? { kind: 'adjacent' } : { kind: 'within_km', km: 3 }),
  (criteria, random) => (criteria.heightMin = random.pick([6, 8.4, 10])),
  (criteria) => (criteria.price = { kind: 'rent_m2_month', max: 700 }),
  (criteria) => (criteria.plotMin = 4),
  (criteria) => (criteria.onlyFresh = true),
]

/** What somebody asks who looks around. */
const loose: readonly Change[] = [
  (criteria) => (criteria.kinds = ['building', 'complex', 'land']),
  (criteria, random) => (criteria.sectors = sectorKeys.filter(() => random.chance(0.4))),
  (criteria) => (criteria.tenures = [...tenures.slice(0, 3)]),
  (criteria) => (criteria.zones = [...zoneChoices]),
  (criteria) => (criteria.onlyFresh = true),
  areaFrom([100, 300]),
  free('electricity', [15, 50]),
  free('water', [5]),
]

function change(random: Random, changes: readonly Change[], count: number): Criteria {
  const criteria = emptyCriteria()
  const chosen = new Set<Change>()
  while (chosen.size < count) chosen.add(random.pick(changes))
  for (const apply of chosen) apply(criteria, random)
  return criteria
}

function askMuch(random: Random): Criteria {
  return { ...change(random, demanding, random.whole(4, 6)), page: 1 }
}

function askLittle(random: Random, count: number): Criteria {
  return { ...change(random, loose, Math.min(count, 2)), page: random.whole(1, 3) }
}

/** Words as people type them: another language, another ending, without Kazakh letters, in Latin, numbers. */
const texts = [
  ...['склад', 'складские', 'қойма', 'койма', 'warehouse', 'цех', 'цеха', 'ремонтный цех', 'гараж', 'котельная'],
  ...['котельной', 'столовая', 'хлебозавод', 'гостиница', 'қонақүй', 'офисное помещение', 'офисные', 'greenhouses'],
  ...['кирпичный завод', 'молочный завод', 'мясокомбинат', 'тепличный', 'теплицы', 'карьер', 'фабрика', 'laboratory'],
  ...['Жезқазған', 'жезказган', 'zhezkazgan', 'Балқаш', 'балхаш', 'balqash', 'Теміртау склад', 'temirtau warehouse'],
  ...['Rudny', 'рудный цех', 'экибастуз гараж', 'ekibastuz', 'риддер', 'абай', 'сатпаев склад', 'кентау', 'каражал'],
  ...['BLQ-12', 'KNT-7', 'TMT-40', 'улица Гагарина', 'проспект Независимости', 'горняков 14', 'рудника'],
  ...['комбината', 'водоканала'],
]

function askText(random: Random, index: number): Criteria {
  const criteria = random.chance(0.3) ? change(random, loose, 1) : emptyCriteria()
  return { ...criteria, q: texts[index % texts.length] ?? '' }
}

/** Around a town, from a quarter of it to its region. */
function askBox(random: Random): BenchQuery {
  const [lng, lat] = random.pick(benchPlaces.towns).point
  const half = random.pick([0.03, 0.06, 0.15, 0.5, 1.5])
  const shift = () => (random.next() - 0.5) * half
  const [x, y] = [lng + shift(), lat + shift()]
  const round = (degrees: number) => Number(degrees.toFixed(4))
  const bbox: Criteria['bbox'] = [round(x - half * 1.4), round(y - half), round(x + half * 1.4), round(y + half)]
  const criteria = { ...change(random, loose, random.whole(0, 1)), bbox }
  return { kind: 'box', criteria, zoom: Math.min(13, Math.round(Math.log2(360 / half) - 1)) }
}
