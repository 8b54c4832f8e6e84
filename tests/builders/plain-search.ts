import { distanceM, isInside } from '#app/domain/kernel/geo'
import { askedUtilities, type Criteria, type FacetName } from '#app/domain/search/model'
import { isInsideRing } from '#app/domain/search/ring'
import { allowMistakes, indexText, readQuery, scoreText, type QueryToken } from '#app/domain/search/text'
import type { Tenure } from '#app/domain/sites/choices'
import type { PublishedSite } from '#app/domain/sites/public-site'
import { floorAreaM2, isFloorAreaWhole, freeCapacity, freshnessOf } from '#app/domain/sites/rules'
import { places } from '#tests/builders/catalogue-samples'
import { zoneOf } from '#tests/builders/rule-sets'

/**
 * The search as one would write it without a catalogue: every site is asked every question, straight from its dossier.
 * `true` fits, `false` does not, `null` is not known.
 */
type Answer = boolean | null

export function filterByHand(sites: PublishedSite[], criteria: Criteria, now: Date) {
  const query = readQuery(criteria.q).map((token) => allowIfNothing(sites, token))
  const judged = sites.map((site) => ({ site, verdict: judge(site, criteria, query, now) }))
  return {
    hits: judged.filter(({ verdict }) => verdict === true).map(({ site }) => site),
    open: judged.filter(({ verdict }) => verdict === null).map(({ site }) => site),
  }
}

/** Quantities are compared as the catalogue keeps them. */
const round = Math.fround

/** The criteria with one value of a facet in the place of whatever was asked there. */
export function withFacet(criteria: Criteria, name: FacetName, value: string): Criteria {
  switch (name) {
    case 'sector':
      return { ...criteria, sectors: [value] as Criteria['sectors'] }
    case 'kind':
      return { ...criteria, kinds: [value] as Criteria['kinds'] }
    case 'region':
      return { ...criteria, regions: [value] }
    case 'town':
      return { ...criteria, towns: [value] }
    case 'tenure':
      return { ...criteria, tenures: [value] as Criteria['tenures'] }
    case 'zone':
      return { ...criteria, zones: [value] as Criteria['zones'] }
    case 'incentive':
      return { ...criteria, incentives: [value] }
    case 'rail':
      return { ...criteria, rail: { kind: value as 'on_site' | 'adjacent' } }
    case 'fresh':
      return { ...criteria, onlyFresh: true }
  }
}

/** A word that no site answers as it is may have mistakes. */
function allowIfNothing(sites: PublishedSite[], token: QueryToken): QueryToken {
  return sites.some((site) => answersText(site, [token])) ? token : (allowMistakes(token) ?? token)
}

function judge(site: PublishedSite, criteria: Criteria, query: QueryToken[], now: Date): Answer {
  const freshness = freshnessOf(site.confirmBy, now)
  if (freshness === 'lapsed' || !answersText(site, query)) return false
  const answers = [
    !criteria.onlyFresh || freshness !== 'stale',
    ...askKeys(site, criteria),
    ...askQuantities(site, criteria).map((answer) => (freshness === 'stale' && answer === true ? null : answer)),
  ]
  if (answers.includes(false)) return false
  return answers.includes(null) ? null : true
}

function answersText(site: PublishedSite, query: QueryToken[]): boolean {
  const town = places.towns.find((candidate) => candidate.key === site.townKey)
  const region = places.regions.find((candidate) => candidate.key === town?.regionKey)
  const { name, address } = site.dossier.identity
  const place = [...Object.values(address), ...Object.values(town?.name ?? {}), ...(town?.aliases ?? [])]
  const text = indexText(Object.values(name), [...place, ...Object.values(region?.name ?? {})], site.number)
  return scoreText(text, query) > 0
}

function askKeys(site: PublishedSite, criteria: Criteria): Answer[] {
  const { dossier } = site
  const anyOf = <Value>(asked: readonly Value[], given: readonly Value[]) =>
    asked.length === 0 || asked.some((value) => given.includes(value))
  const region = places.towns.find((town) => town.key === site.townKey)?.regionKey ?? ''
  const zone = zoneOf(site)
  const { tenures } = dossier.rights
  const { point } = dossier.identity
  const { ring, near } = criteria
  return [
    anyOf(criteria.sectors, dossier.offeredFor.sectors),
    anyOf(criteria.kinds, [site.kind]),
    anyOf(criteria.regions, [region]),
    anyOf(criteria.towns, [site.townKey]),
    anyOf(criteria.incentives, dossier.offeredFor.incentives),
    criteria.tenures.length > 0 && tenures.length === 0 ? null : anyOf(criteria.tenures, tenures),
    criteria.zones.length > 0 && zone === 'undetermined' ? null : anyOf<string>(criteria.zones, [zone]),
    criteria.bbox === null || (point === null ? null : isInside(criteria.bbox, point)),
    ring === null || (point === null ? null : isInsideRing(ring, point)),
    !near?.withinKm || (point === null ? null : distanceM(near.point, point) <= near.withinKm * 1000),
    criteria.rail?.kind === 'within_km' || askRail(dossier.transport, criteria.rail),
  ]
}

function askQuantities(site: PublishedSite, criteria: Criteria): Answer[] {
  const { dossier, kind } = site
  const area = floorAreaM2(dossier.buildings)
  const plot = dossier.land.plotHa
  const asked: Answer[] = []
  const atLeast = (min: number | null, value: number | null) => {
    if (min !== null) asked.push(value === null ? null : round(value) >= round(min))
  }
  const atMost = (max: number | null, value: number | null) => {
    if (max !== null) asked.push(value === null ? null : round(value) <= round(max))
  }
  if (area === null && kind === 'land') {
    if (criteria.areaMin !== null || criteria.areaMax !== null) asked.push(false)
  } else {
    const isWhole = isFloorAreaWhole(dossier.buildings)
    const { areaMin, areaMax } = criteria
    if (areaMin !== null) asked.push(area !== null && area >= areaMin ? true : isWhole && area !== null ? false : null)
    if (areaMax !== null) asked.push(area !== null && area > areaMax ? false : isWhole && area !== null ? true : null)
  }
  if (plot === null && kind === 'premises') {
    if (criteria.plotMin !== null || criteria.plotMax !== null) asked.push(false)
  } else {
    atLeast(criteria.plotMin, plot)
    atMost(criteria.plotMax, plot)
  }
  for (const utility of askedUtilities) atLeast(criteria.free[utility], freeCapacity(dossier.utilities[utility]))
  if (criteria.rail?.kind === 'within_km') asked.push(askRail(dossier.transport, criteria.rail))
  if (criteria.heightMin !== null) asked.push(askHeight(site, criteria.heightMin))
  if (criteria.price) asked.push(askPrice(site, criteria.price, isFloorAreaWhole(dossier.buildings) ? area : null))
  return asked
}

function askRail({ railAccess, railKm }: PublishedSite['dossier']['transport'], rail: Criteria['rail']): Answer {
  if (rail === null) return true
  if (railAccess === 'unknown') return null
  if (rail.kind === 'on_site') return railAccess === 'on_site'
  if (railAccess === 'on_site' || railAccess === 'adjacent') return true
  if (rail.kind === 'adjacent' || railAccess === 'none') return false
  return railKm === null ? null : railKm <= rail.km
}

function askHeight({ dossier, kind }: PublishedSite, min: number): Answer {
  const heights = dossier.buildings.map((building) => building.clearHeightM)
  if (heights.some((height) => height !== null && height >= min)) return true
  if (heights.length === 0) return kind === 'land' ? false : null
  return heights.includes(null) ? null : false
}

function askPrice({ dossier }: PublishedSite, asked: { kind: string; max: number }, area: number | null): Answer {
  const { price, priceKind, tenures } = dossier.rights
  const amounts: Record<string, number> = {}
  if (price !== null && priceKind !== null) {
    amounts[priceKind] = price
    if (area && priceKind === 'rent_m2_month') amounts.rent_month = price * area
    if (area && priceKind === 'rent_month') amounts.rent_m2_month = price / area
  }
  const amount = amounts[asked.kind]
  if (amount !== undefined) return round(amount) <= round(asked.max)
  const ways: Tenure[] =
    asked.kind === 'purchase'
      ? ['sale', 'lease_with_buyout']
      : ['lease', 'lease_with_buyout', 'trust_management', 'art234_free_transfer']
  return tenures.length === 0 || tenures.some((tenure) => ways.includes(tenure)) ? null : false
}
