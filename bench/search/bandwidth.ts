import type { Columns } from '#app/domain/search/columns'
import { askedUtilities } from '#app/domain/search/model'
import type { Answer } from './answer'
import type { BenchQuery } from './queries'

/** GB a second at which one core sums a typed array that no cache holds; the best of some rounds. */
export function measureBandwidth(): number {
  const array = new Float64Array(16_000_000).fill(1)
  let best = Infinity
  let sum = 0
  for (let round = 0; round < 8; round++) {
    const start = performance.now()
    sum += sumUp(array)
    best = Math.min(best, performance.now() - start)
  }
  if (sum !== array.length * 8) throw new Error('the sum is wrong')
  return array.byteLength / best / 1e6
}

/** Four sums side by side, so that memory and not the addition is the bound. */
function sumUp(array: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let index = 0; index < array.length; index += 4) {
    a += array[index] ?? 0
    b += array[index + 1] ?? 0
    c += array[index + 2] ?? 0
    d += array[index + 3] ?? 0
  }
  return a + b + c + d
}

/**
 * Bytes that a scan of the columns cannot avoid: what is asked of every row (for words and boxes: of the rows found),
 * and the six facets and the place of those that fit.
 */
export function bytesTouched(columns: Columns, { kind, criteria }: BenchQuery, answer: Answer | undefined): number {
  const hits = answer?.total ?? 0
  const asked: { BYTES_PER_ELEMENT: number }[] = [columns.confirmByMs]
  const { kinds, regions, towns, sectors, tenures, zones, rail, price, free, bbox } = criteria
  if (kinds.length > 0) asked.push(columns.kind)
  if (regions.length > 0) asked.push(columns.region)
  if (towns.length > 0) asked.push(columns.town)
  if (sectors.length > 0) asked.push(columns.sectors)
  if (tenures.length > 0) asked.push(columns.tenures)
  if (zones.length > 0) asked.push(columns.zone)
  if (rail) asked.push(columns.rail)
  if (price) asked.push(columns.rentM2)
  if (bbox) asked.push(columns.lng, columns.lat)
  if (criteria.areaMin !== null) asked.push(columns.area, columns.isAreaOpen)
  if (criteria.plotMin !== null) asked.push(columns.plot)
  if (criteria.heightMin !== null) asked.push(columns.height, columns.isHeightOpen)
  for (const utility of askedUtilities) if (free[utility] !== null) asked.push(columns.free[utility])
  const facets = [columns.kind, columns.region, columns.town, columns.sectors, columns.tenures, columns.zone]
  const looked = kind === 'text' || kind === 'box' ? hits + (answer?.openTotal ?? 0) : columns.size
  return looked * bytesOf(asked) + hits * bytesOf([...facets, columns.lng, columns.lat])
}

function bytesOf(columns: readonly { BYTES_PER_ELEMENT: number }[]): number {
  return columns.reduce((sum, { BYTES_PER_ELEMENT }) => sum + BYTES_PER_ELEMENT, 0)
}
