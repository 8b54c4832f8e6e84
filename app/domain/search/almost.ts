import { readCard } from './cards'
import type { Columns } from './columns'
import {
  quantityKinds,
  type AlmostAnswer,
  type AlmostCard,
  type Criteria,
  type Gap,
  type Presets,
  type QuantityKind,
} from './model'
import { answerQuantity, listQuantities, withoutQuantities, type AskedQuantity } from './quantities'
import { passThrough } from './pass'
import { listFresh } from './row-set'

/** How many sites that almost fit are shown. */
export const almostLimit = 10

/** A site that misses a quantity by more than this share of what is asked for does not almost fit. */
const largestGap = 0.5

/** Bounds that are offered beside a field, m² of floor and kW free. */
export const presetValues = { area: [300, 1000, 3000, 10_000], electricity: [100, 400, 1000, 5000] } as const

/**
 * What the quantities of a search leave out: the sites that meet all else and miss only quantities, each by at most half
 * of what is asked, the nearest first; and for each preset the count that the search has with it alone in its place.
 * What a site does not say, or confirmed too long ago, is neither met nor almost met.
 */
export function findAlmost(columns: Columns, criteria: Criteria, now: Date): AlmostAnswer {
  const quantities = listQuantities(criteria, columns)
  const base = passThrough(columns, withoutQuantities(criteria), now)
  const counter = makePresetCounter(columns)
  const nearest: { row: number; gap: number }[] = []
  const answers: RowAnswers = { gap: 0, open: 0, missed: 0 }
  let total = 0
  for (const row of listFresh(base.hits)) {
    answerAll(quantities, row, answers)
    counter.count(row, answers.open | answers.missed)
    if (answers.open !== 0 || answers.missed === 0 || answers.gap === Infinity) continue
    total += 1
    keepNearest(nearest, row, answers.gap)
  }
  const items = nearest.map(({ row }): AlmostCard => {
    return { ...readCard(columns, row, base.edges), gaps: quantities.flatMap((quantity) => gapsOf(quantity, row)) }
  })
  return { total, items, presets: counter.presets }
}

/** Sets of kinds of quantities, one bit per kind; `gap` is the sum of what is missed, Infinity when one miss is too large. */
type RowAnswers = { gap: number; open: number; missed: number }

const bitOf = (kind: QuantityKind) => 1 << quantityKinds.indexOf(kind)

/** Answers of one row, written into `answers`: the catalogue may have a million rows. */
function answerAll(quantities: readonly AskedQuantity[], row: number, answers: RowAnswers): void {
  answers.gap = answers.open = answers.missed = 0
  for (const quantity of quantities) {
    const answer = answerQuantity(quantity, row)
    if (answer === 'met') continue
    if (answer === 'open') {
      answers.open |= bitOf(quantity.kind)
      continue
    }
    answers.missed |= bitOf(quantity.kind)
    answers.gap = answer > largestGap ? Infinity : answers.gap + answer
  }
}

function keepNearest(nearest: { row: number; gap: number }[], row: number, gap: number): void {
  const place = nearest.findIndex((kept) => gap < kept.gap)
  if (place !== -1) nearest.splice(place, 0, { row, gap })
  else if (nearest.length < almostLimit) nearest.push({ row, gap })
  if (nearest.length > almostLimit) nearest.pop()
}

function gapsOf(quantity: AskedQuantity, row: number): Gap[] {
  const { kind, bound, asked, read } = quantity
  return typeof answerQuantity(quantity, row) === 'number' ? [{ kind, bound, asked, value: read(row) }] : []
}

/** Counts a row under the presets that it meets, if everything but that quantity itself is met. */
function makePresetCounter(columns: Columns) {
  const presets: Presets = { area: {}, electricity: {} }
  const columnOf = { area: columns.area, electricity: columns.free.electricity }
  const kinds = (['area', 'electricity'] as const).map((kind) => {
    for (const value of presetValues[kind]) presets[kind][value] = 0
    return { kind, column: columnOf[kind], others: ~bitOf(kind) }
  })
  const count = (row: number, notMet: number) => {
    for (const { kind, column, others } of kinds) {
      const value = column[row] ?? Number.NaN
      if ((notMet & others) !== 0) continue
      for (const preset of presetValues[kind])
        if (value >= preset) presets[kind][preset] = (presets[kind][preset] ?? 0) + 1
    }
  }
  return { count, presets }
}
