import { kazakhstan } from '#app/domain/kernel/geo'

const [west, south, east, north] = kazakhstan

/** Steps along each axis; two of them make a number of 32 bits. */
const steps = 1 << 16

/** Place on the curve that visits neighbours on the ground one after another; without a point it is the end. */
export function mortonOf(lng: number, lat: number): number {
  if (Number.isNaN(lng) || Number.isNaN(lat)) return 2 ** 32
  return (spread(stepOf(lng, west, east)) | (spread(stepOf(lat, south, north)) << 1)) >>> 0
}

function stepOf(value: number, low: number, high: number): number {
  return Math.max(0, Math.min(steps - 1, Math.floor(((value - low) / (high - low)) * steps)))
}

/** Puts a zero between any two bits. */
function spread(value: number): number {
  let bits = value
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}
