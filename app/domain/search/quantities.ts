import type { Columns } from './columns'
import { askedUtilities, type Criteria, type QuantityKind } from './model'
import { railAccesses, type PriceKind } from '#app/domain/sites/choices'
import { absent } from './row'

/** One bound that is asked for, as it is read from the columns. */
export type AskedQuantity = {
  kind: QuantityKind
  bound: 'min' | 'max'
  asked: number
  /** Value of a row; NaN when it is not known, Infinity when it would never be enough or is far too much. */
  read: (row: number) => number
  /** The known value can only grow: below the bound it is open, not missed. */
  mayGrow: (row: number) => boolean
}

/** How a row answers a bound: it does, it does not say, or by how much it misses as a share of what is asked. */
export type QuantityAnswer = 'met' | 'open' | number

/** The same search without what is asked in numbers. */
export function withoutQuantities(criteria: Criteria): Criteria {
  return {
    ...criteria,
    ...{ areaMin: null, areaMax: null, plotMin: null, plotMax: null, heightMin: null, price: null },
    free: { electricity: null, water: null, sewer: null, heat: null, gas: null, telecom: null },
    rail: criteria.rail?.kind === 'within_km' ? null : criteria.rail,
  }
}

/** The bounds that are asked for. */
export function listQuantities(criteria: Criteria, columns: Columns): AskedQuantity[] {
  const { areaMin, areaMax, plotMin, plotMax, heightMin, price, rail, free } = criteria
  const asked: AskedQuantity[] = []
  const never = () => false
  const isAreaOpen = (row: number) => columns.isAreaOpen[row] === 1
  const isHeightOpen = (row: number) => columns.isHeightOpen[row] === 1
  const add = (
    kind: QuantityKind,
    bound: 'min' | 'max',
    value: number | null,
    column: ArrayLike<number>,
    mayGrow: AskedQuantity['mayGrow'] = never,
  ) => {
    if (value !== null) asked.push({ kind, bound, asked: value, read: (row) => readValue(column, row, bound), mayGrow })
  }
  add('area', 'min', areaMin, columns.area, isAreaOpen)
  add('area', 'max', areaMax, columns.area, isAreaOpen)
  add('plot', 'min', plotMin, columns.plot)
  add('plot', 'max', plotMax, columns.plot)
  for (const kind of askedUtilities) add(kind, 'min', free[kind], columns.free[kind])
  add('height', 'min', heightMin, columns.height, isHeightOpen)
  if (price) add('price', 'max', price.max, pricesOf(columns, price.kind))
  if (rail?.kind === 'within_km')
    asked.push({ kind: 'rail', bound: 'max', asked: rail.km, read: (row) => railKm(columns, row), mayGrow: never })
  return asked
}

/** How the row answers; a value that is known in part and too small is open. */
export function answerQuantity({ bound, asked, read, mayGrow }: AskedQuantity, row: number): QuantityAnswer {
  const value = read(row)
  if (Number.isNaN(value)) return 'open'
  const isMet =
    bound === 'min' ? value >= Math.fround(asked) || value >= asked : value <= asked || value <= Math.fround(asked)
  if (isMet) return bound === 'max' && mayGrow(row) ? 'open' : 'met'
  if (bound === 'min' && mayGrow(row)) return 'open'
  return Math.abs(value - asked) / asked
}

function readValue(column: ArrayLike<number>, row: number, bound: 'min' | 'max'): number {
  const value = column[row] ?? Number.NaN
  if (value !== absent) return value
  return bound === 'min' ? -Infinity : Infinity
}

function pricesOf(columns: Columns, kind: PriceKind): ArrayLike<number> {
  return { rent_month: columns.rentMonth, rent_m2_month: columns.rentM2, purchase: columns.purchase }[kind]
}

const [onSite, adjacent, distance, unknown] = (['on_site', 'adjacent', 'distance', 'unknown'] as const).map((access) =>
  railAccesses.indexOf(access),
)

/** Kilometres to a railway: none where the siding is on or beside the site, endless where there is no railway. */
function railKm(columns: Columns, row: number): number {
  const access = columns.rail[row]
  if (access === onSite || access === adjacent) return 0
  if (access === unknown) return Number.NaN
  return access === distance ? (columns.railKm[row] ?? Number.NaN) : Infinity
}
