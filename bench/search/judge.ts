import { askedUtilities, type Criteria } from '#app/domain/search/model'
import { readQuery, type QueryToken } from '#app/domain/search/text'
import { countedFacets, pageSize, type Answer, type CountedFacet } from './answer'
import type { Item } from './items'

/** true: fits, false: does not, null: the site does not say. */
type Test = (item: Item) => boolean | null

/** What a user writes around a library that knows neither "not known" nor counts with a filter taken away. */
export class Judge {
  readonly #facets: [CountedFacet, Test][] = []
  readonly #others: Test[] = []
  readonly #words: readonly QueryToken[]
  readonly #start: number
  readonly #asksQuantity: boolean
  readonly #counts: Answer['facets']
  readonly #hits: Item[] = []
  #openTotal = 0

  constructor(criteria: Criteria) {
    this.#words = readQuery(criteria.q)
    this.#start = (criteria.page - 1) * pageSize
    this.#counts = Object.fromEntries(countedFacets.map((name) => [name, {}])) as Answer['facets']
    const asked = { kind: criteria.kinds, region: criteria.regions, town: criteria.towns, zone: criteria.zones }
    for (const [name, values] of Object.entries(asked) as [keyof typeof asked, readonly string[]][]) {
      if (values.length > 0)
        this.#facets.push([name, (item) => (item[name] === null ? null : values.includes(item[name]))])
    }
    const { sectors, tenures } = criteria
    if (sectors.length > 0) this.#facets.push(['sector', (item) => sectors.some((key) => item.sector.includes(key))])
    if (tenures.length > 0) {
      const test: Test = ({ tenure }) => (tenure.length === 0 ? null : tenures.some((key) => tenure.includes(key)))
      this.#facets.push(['tenure', test])
    }
    const quantities = quantityTests(criteria)
    this.#asksQuantity = quantities.length > 0
    this.#others.push(...quantities)
    if (criteria.rail && criteria.rail.kind !== 'within_km') this.#others.push(railTest(criteria.rail))
    if (criteria.onlyFresh) this.#others.push((item) => !item.isStale)
    const { bbox } = criteria
    if (bbox) {
      const [west, south, east, north] = bbox
      const isIn = (lng: number, lat: number) => lng >= west && lng <= east && lat >= south && lat <= north
      this.#others.push(({ lng, lat }) => (lng === null || lat === null ? null : isIn(lng, lat)))
    }
  }

  /** Looks at one site; says whether it meets all that is not a facet. */
  take(item: Item): boolean {
    let opens = 0
    for (const test of this.#others) {
      const answer = test(item)
      if (answer === false) return false
      if (answer === null) opens++
    }
    if (this.#asksQuantity && item.isStale) opens++
    if (this.#words.length > 0 && scoreWords(item, this.#words) === 0) return false
    let misses = 0
    let facetOpens = 0
    let missed: CountedFacet | null = null
    for (const [name, test] of this.#facets) {
      const answer = test(item)
      if (answer === true) continue
      missed = name
      if (answer === false) misses++
      else facetOpens++
    }
    if (misses === 0 && opens + facetOpens > 0) this.#openTotal++
    if (opens > 0) return false
    if (misses + facetOpens === 0) {
      this.#hits.push(item)
      for (const name of countedFacets) this.#count(name, item)
    } else if (misses + facetOpens === 1 && missed !== null) this.#count(missed, item)
    return true
  }

  #count(name: CountedFacet, item: Item): void {
    const counts = this.#counts[name]
    const value = item[name]
    if (value === null) return
    if (typeof value === 'string') counts[value] = (counts[value] ?? 0) + 1
    else for (const key of value) counts[key] = (counts[key] ?? 0) + 1
  }

  get openTotal(): number {
    return this.#openTotal
  }

  /** The sites that fit, in their order, and what goes with them. */
  finish(): Omit<Answer, 'circles'> & { hits: Item[] } {
    const hits = orderByWords(
      this.#hits.sort((left, right) => left.id - right.id),
      this.#words,
    )
    const numbers = hits.slice(this.#start, this.#start + pageSize).map(({ number }) => number)
    return { total: hits.length, openTotal: this.#openTotal, numbers, facets: this.#counts, hits }
  }
}

/** Items in the order of a search with these words: fresh ones first, then those that answer the words best. */
export function orderByWords(items: Item[], words: readonly QueryToken[]): Item[] {
  if (words.length === 0) return items
  const scored = items.map((item) => ({ item, score: scoreWords(item, words) }))
  scored.sort(
    (left, right) =>
      Number(left.item.isStale) - Number(right.item.isStale) ||
      right.score - left.score ||
      left.item.id - right.item.id,
  )
  return scored.map(({ item }) => item)
}

function quantityTests(criteria: Criteria): Test[] {
  const tests: Test[] = []
  const { areaMin, areaMax, plotMin, plotMax, heightMin, price, rail, free } = criteria
  if (areaMin !== null || areaMax !== null) tests.push((item) => testArea(item, areaMin, areaMax))
  if (plotMin !== null || plotMax !== null) tests.push(({ plot }) => testRange(plot, plotMin, plotMax))
  for (const kind of askedUtilities) {
    const min = free[kind]
    if (min !== null) tests.push((item) => testRange(item.free[kind], min, null))
  }
  if (price) tests.push((item) => testRange(item[price.kind], null, price.max))
  if (heightMin !== null)
    tests.push((item) => ((item.height ?? -1) >= heightMin ? true : item.isHeightOpen ? null : false))
  if (rail?.kind === 'within_km') tests.push(railTest(rail))
  return tests
}

function testRange(value: number | null, min: number | null, max: number | null): boolean | null {
  if (value === null) return null
  return value !== -1 && (min === null || value >= min) && (max === null || value <= max)
}

function testArea({ area, isAreaOpen }: Item, min: number | null, max: number | null): boolean | null {
  if (!isAreaOpen || area === null) return testRange(area, min, max)
  if (max !== null) return area > max ? false : null
  return min === null || area >= min ? true : null
}

function railTest(wish: NonNullable<Criteria['rail']>): Test {
  return ({ rail, railKm }) => {
    if (rail === 'unknown') return null
    if (rail === 'on_site') return true
    if (wish.kind === 'on_site') return false
    if (rail === 'adjacent') return true
    if (wish.kind === 'adjacent' || rail !== 'distance') return false
    return testRange(railKm, null, wish.km)
  }
}

/** The rule of `scoreText`, by looking for parts of the text: the words have a space around them. */
export function scoreWords({ name, place }: Item, words: readonly QueryToken[]): number {
  let score = 1
  for (const word of words) {
    const found = Math.max(scoreIn(name, word, 4), scoreIn(place, word, 3))
    if (found === 0) return 0
    score += found
  }
  return score
}

function scoreIn(text: string, { whole, stem }: QueryToken, weight: number): number {
  if (/^\d+$/.test(whole)) return text.includes(` ${whole} `) ? weight : 0
  if (text.includes(` ${whole}`)) return weight
  if (text.includes(` ${stem}`)) return weight - 1
  return stem.length >= 3 && (text.includes(whole) || text.includes(stem)) ? weight / 8 : 0
}
