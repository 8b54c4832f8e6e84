import type { Brief } from '#app/domain/matching/model'
import { readBrief } from '#app/domain/matching/schema'
import { createRandom } from '#seeds/builders/random'
import { benchPlaces } from '../search/generate-rows'

const known = {
  regions: benchPlaces.regions.map(({ key }) => key),
  towns: benchPlaces.towns.map(({ key }) => key),
  incentives: [],
}

/** Fifteen criteria: five musts on quantities, one on the sector, nine wishes. */
const query = [
  'sector=manufacturing&sector=logistics&sector_weight=must&kind=building&kind=complex&kind=premises',
  'power_min=250&water_min=20&sewer_min=20&area_min=800&gas_min=50',
  'heat_min=0.3&heat_weight=2&telecom_min=100&telecom_weight=2&height_min=4&height_weight=3',
  'rail=within_km%3D5&highway_max=15&tenure=lease&tenure=sale&price_max=200000000&price_kind=purchase',
  'zone=eligible&zone=eligible_if&start=2027-09-01',
].join('&')

/** The brief of the benchmark. */
export function benchBrief(): Brief {
  const { brief, ignored } = readBrief(new URLSearchParams(query), known)
  if (ignored.length > 0 || Object.keys(brief.needs).length !== 15) throw new Error('the brief has fifteen criteria')
  return brief
}

/** Different saved briefs: parts of the same one with other quantities. */
export function savedBriefs(count: number): { id: string; brief: Brief }[] {
  const random = createRandom('saved briefs')
  const whole = benchBrief()
  return Array.from({ length: count }, (_, index) => {
    const kept = Object.entries(whole.needs).filter(() => random.chance(0.5))
    const times = random.between(0.1, 4, 0.01)
    const needs = kept.map(([name, need]) => [name, 'min' in need ? { ...need, min: need.min * times } : need])
    return { id: String(index), brief: { ...whole, needs: Object.fromEntries(needs) as Brief['needs'] } }
  })
}
