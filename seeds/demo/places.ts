import type { LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'
import type { Random } from '#seeds/builders/random'

type Surroundings = {
  /** Bearings, degrees from north, in which the land around the town is dry: away from its lake or river. */
  dry: readonly [from: number, to: number]
  highway: string
  station: string
  airport?: string
  /** From the town, where the town's own facts name the distance to that city or the airport lies in the town. */
  airportKm?: number
  border?: string
}

/**
 * Highway and station as in the town's facts, airport and border crossing of the region (general knowledge); how far
 * they are is left unknown where no fact says so. The bearings keep invented points out of the water.
 */
export const surroundings: Record<string, Surroundings> = {
  abai: { dry: [0, 360], highway: 'M-36', station: 'Карабас', airport: 'Караганда (Сарыарка)' },
  aksai: { dry: [0, 180], highway: 'M-32', station: 'Казахстан', airport: 'Уральск', border: 'Сырым' },
  aksu: { dry: [190, 330], highway: '', station: 'Аксу-1', airport: 'Павлодар', airportKm: 50, border: 'Шарбакты' },
  altai: { dry: [0, 360], highway: '', station: 'Зыряновск', airport: 'Усть-Каменогорск' },
  balkhash: { dry: [-40, 40], highway: 'M-36', station: 'Балхаш-1', airport: 'Балхаш', airportKm: 6 },
  ekibastuz: { dry: [90, 270], highway: 'A-17', station: 'Экибастуз-1', airport: 'Павлодар', border: 'Шарбакты' },
  karazhal: { dry: [0, 360], highway: '', station: 'Каражал', airport: 'Жезказган' },
  kentau: { dry: [90, 270], highway: '', station: 'Кентау', airport: 'Туркестан' },
  khromtau: { dry: [0, 360], highway: 'M-32', station: 'Хромтау', airport: 'Актобе', border: 'Жайсан' },
  kulsary: { dry: [0, 360], highway: 'A-33', station: 'Кульсары', airport: 'Атырау' },
  kurchatov: { dry: [150, 300], highway: '', station: 'Дегелен', airport: 'Семей', border: 'Ауыл' },
  lisakovsk: { dry: [90, 250], highway: 'A-22', station: 'Майлин', airport: 'Костанай', border: 'Кайрак' },
  ridder: { dry: [0, 360], highway: '', station: 'Риддер', airport: 'Усть-Каменогорск', airportKm: 110 },
  rudny: {
    dry: [0, 160],
    highway: 'P-36',
    station: 'Железорудная',
    airport: 'Костанай',
    airportKm: 45,
    border: 'Кайрак',
  },
  satpayev: { dry: [0, 360], highway: 'A-17', station: 'Жезказган', airport: 'Жезказган' },
  shakhtinsk: { dry: [0, 360], highway: '', station: 'Шахтинск', airport: 'Караганда (Сарыарка)' },
  stepnogorsk: { dry: [0, 360], highway: 'P-4', station: 'Аксу', airport: 'Астана' },
  temirtau: { dry: [170, 300], highway: 'M-36', station: 'Темиртау', airport: 'Караганда (Сарыарка)' },
  zhanaozen: { dry: [0, 360], highway: '', station: 'Узень', airport: 'Актау', border: 'Темир-Баба' },
  zhitikara: { dry: [0, 360], highway: 'A-22', station: 'Житикара', airport: 'Костанай', border: 'Кайрак' },
}

const streets: readonly Localized[] = [
  { kk: 'Абай көшесі', ru: 'ул. Абая', en: 'Abay Street' },
  { kk: 'Бейбітшілік көшесі', ru: 'ул. Мира', en: 'Mira Street' },
  { kk: 'Өнеркәсіп көшесі', ru: 'ул. Промышленная', en: 'Promyshlennaya Street' },
  { kk: 'Теміржол көшесі', ru: 'ул. Железнодорожная', en: 'Zheleznodorozhnaya Street' },
  { kk: 'Құрылысшылар көшесі', ru: 'ул. Строителей', en: 'Stroiteley Street' },
  { kk: 'Тәуелсіздік даңғылы', ru: 'пр. Независимости', en: 'Independence Avenue' },
  { kk: 'Зауыт көшесі', ru: 'ул. Заводская', en: 'Zavodskaya Street' },
  { kk: 'Қойма көшесі', ru: 'ул. Складская', en: 'Skladskaya Street' },
  { kk: 'Сәтбаев көшесі', ru: 'ул. Сатпаева', en: 'Satpayev Street' },
  { kk: 'Кеншілер көшесі', ru: 'ул. Горняков', en: 'Gornyakov Street' },
  { kk: 'Достық көшесі', ru: 'ул. Достык', en: 'Dostyk Street' },
  { kk: 'Дала көшесі', ru: 'ул. Степная', en: 'Stepnaya Street' },
]

export function inventAddress(random: Random, isLand: boolean): Localized {
  const street = random.pick(streets)
  if (isLand) {
    const plot = random.whole(2, 48)
    return {
      kk: `${street.kk} ауданы, ${plot}-учаске`,
      ru: `район ${street.ru}, участок ${plot}`,
      en: `near ${street.en}, plot ${plot}`,
    }
  }
  const house = random.whole(1, 146)
  return { kk: `${street.kk}, ${house}`, ru: `${street.ru}, ${house}`, en: `${house} ${street.en}` }
}

const kmPerDegree = 111.32

/** A point 0.4 to 3.6 km from the centre of the town, on its dry side. */
export function inventPoint(random: Random, townKey: string, [lng, lat]: LngLat): LngLat {
  const [from, to] = surroundings[townKey]?.dry ?? [0, 360]
  const bearing = (random.between(from, to, 1) * Math.PI) / 180
  const km = random.between(0.4, 3.6, 0.05)
  return moveBy([lng, lat], { eastKm: km * Math.sin(bearing), northKm: km * Math.cos(bearing) })
}

/** The point that many kilometres further. */
export function moveBy([lng, lat]: LngLat, { eastKm, northKm }: { eastKm: number; northKm: number }): LngLat {
  const east = eastKm / (kmPerDegree * Math.cos((lat * Math.PI) / 180))
  return [round(lng + east), round(lat + northKm / kmPerDegree)]
}

function round(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000
}
