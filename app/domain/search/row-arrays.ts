import type { UtilityKind } from '#app/domain/kernel/quantity'
import { wordRows, wordsFor } from './row-bits'

/** One number per row; see `Columns` for what each holds. */
export type RowArrays = {
  kind: Uint16Array
  region: Uint16Array
  town: Uint16Array
  /** Bit sets of positions in `sectorKeys` and `tenures`. */
  sectors: Uint16Array
  tenures: Uint16Array
  /** Position in `keys.incentiveSets`: the set of measures that the row offers. */
  incentives: Uint16Array
  /** Position in `zoneChoices` + 1; 0 not eligible, 255 undetermined. */
  zone: Uint16Array
  rail: Uint16Array
  /** Kind, rail, zone and tenures in one, see `toOfferCode`; and position in `keys.place`: both only for counting. */
  offer: Uint16Array
  place: Uint16Array
  area: Float32Array
  isAreaOpen: Uint8Array
  plot: Float32Array
  height: Float32Array
  isHeightOpen: Uint8Array
  crane: Float32Array
  isCraneOpen: Uint8Array
  railKm: Float32Array
  highwayKm: Float32Array
  rentMonth: Float32Array
  rentM2: Float32Array
  purchase: Float32Array
  /** Bits of the `utilityKinds` that a commitment adds capacity to; the matching reads commitments of these rows only. */
  promised: Uint8Array
  lng: Float64Array
  lat: Float64Array
  /** Cell of the map in which the point lies, see `ground-cell.ts`. */
  cell: Uint32Array
  confirmedMs: Float64Array
  /** NaN also for a row that was replaced or removed, so that it counts as lapsed wherever freshness is asked. */
  confirmByMs: Float64Array
  publishedMs: Float64Array
  /** The number as one that sorts like its text, see `number-key.ts`. */
  numberKey: Float64Array
  /** Where the rest of the row begins in the store of cards. */
  cardAt: Uint32Array
  /** 0 for a row that was replaced or removed; its other values mean nothing then. */
  isLive: Uint8Array
  free: Record<UtilityKind, Float32Array>
}

type RowArray = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array

const floats = (length: number) => new Float32Array(length)

/** Rows that there is room for: whole words of a set, so that nobody reads beyond an array. */
export function roomFor(rows: number): number {
  return wordsFor(rows) * wordRows
}

/** Empty arrays for so many rows. */
export function allocateArrays(length: number): RowArrays {
  const codes = () => new Uint16Array(length)
  const exact = () => new Float64Array(length)
  const flags = () => new Uint8Array(length)
  const quantity = () => floats(length)
  return {
    ...{ kind: codes(), region: codes(), town: codes(), sectors: codes(), tenures: codes() },
    ...{ incentives: codes(), zone: codes(), rail: codes(), offer: codes(), place: codes() },
    ...{ area: quantity(), plot: quantity(), height: quantity(), crane: quantity(), railKm: quantity() },
    ...{ highwayKm: quantity(), rentMonth: quantity(), rentM2: quantity(), purchase: quantity() },
    ...{ isAreaOpen: flags(), isHeightOpen: flags(), isCraneOpen: flags(), promised: flags(), isLive: flags() },
    ...{ lng: exact(), lat: exact(), confirmedMs: exact(), confirmByMs: exact(), publishedMs: exact() },
    ...{ numberKey: exact(), cardAt: new Uint32Array(length), cell: new Uint32Array(length) },
    free: {
      ...{ electricity: quantity(), water: quantity(), sewer: quantity(), heat: quantity() },
      ...{ gas: quantity(), steam: quantity(), telecom: quantity() },
    },
  }
}

const arrayNames = Object.keys(allocateArrays(0)).filter((name) => name !== 'free') as Exclude<
  keyof RowArrays,
  'free'
>[]

/** Puts another array into the place of each. */
export function replaceArrays(arrays: RowArrays, change: <Kind extends RowArray>(array: Kind) => Kind): void {
  const named: Record<string, RowArray> = arrays as never
  for (const name of arrayNames) named[name] = change(arrays[name])
  for (const kind of Object.keys(arrays.free) as UtilityKind[]) arrays.free[kind] = change(arrays.free[kind])
}

/** Makes room for at least `length` rows. */
export function growArrays(arrays: RowArrays, length: number): void {
  if (arrays.kind.length >= length) return
  const room = roomFor(Math.max(length, 64, Math.ceil(arrays.kind.length * 1.5)))
  replaceArrays(arrays, (array) => {
    const larger = new (array.constructor as new (size: number) => typeof array)(room)
    larger.set(array)
    return larger
  })
}
