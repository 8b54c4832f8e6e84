import type { LngLat } from '#app/domain/kernel/geo'
import { distanceM } from '#app/domain/kernel/geo'
import type { SiteKind } from './choices'
import type { Building } from './model'

/** Most units that one press makes. */
export const mostUnitsAtOnce = 20

/** Farther apart than this, sites are hardly adjacent; our own judgement, no source. */
export const bundleReachM = 1000

/** Fewest sites that make a bundle. */
export const smallestBundle = 2

/** Whether a site of that kind may be split into premises. */
export function isDivisible(kind: SiteKind): boolean {
  return kind === 'building' || kind === 'complex' || kind === 'unfinished'
}

/** Sum of the total areas of the buildings in m²; null when one of them is not known or there is none. */
export function totalAreaM2(buildings: readonly Building[]): number | null {
  if (buildings.length === 0) return null
  return buildings.reduce<number | null>(
    (sum, { totalAreaM2: area }) => (sum === null || area === null ? null : sum + area),
    0,
  )
}

/** By how many m² the units together are larger than their whole; 0 when they fit or when that is not known. */
export function excessM2(wholeM2: number | null, units: readonly (number | null)[]): number {
  const known = units.reduce<number>((sum, area) => sum + (area ?? 0), 0)
  return wholeM2 === null ? 0 : Math.max(0, Math.round((known - wholeM2) * 1e6) / 1e6)
}

/** The largest distance in metres between two of the points, unknown ones left out; 0 for fewer than two. */
export function spreadM(points: readonly (LngLat | null)[]): number {
  const known = points.filter((point) => point !== null)
  const distances = known.flatMap((from, index) => known.slice(index + 1).map((to) => distanceM(from, to)))
  return Math.max(0, ...distances)
}
