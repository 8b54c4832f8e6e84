import { utilityKinds } from '#app/domain/kernel/quantity'
import { readCommitments } from '#app/domain/search/cards'
import { toBits, zoneCodes, type Columns } from '#app/domain/search/columns'
import { priceColumn } from '#app/domain/search/price-column'
import { zoneChoices } from '#app/domain/search/model'
import { absent } from '#app/domain/search/row'
import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import type { Block } from './block'
import { isCommitted } from './closing'
import {
  full,
  levelAtLeast,
  levelAtMost,
  levelOfSiding,
  shortfallOf,
  siding,
  uncounted,
  worthFrom,
  worthlessAt,
} from './levels'
import type { Brief, Criterion, Need, QuantityCriterion } from './model'
import { isUtility, type Moment } from './needs'
import { isQuantityCriterion } from './parameters'

// The same answers as in needs.ts, for many rows at once; scan.test.ts holds the two together.

/** Fills the cells of a block with the answers of its rows to one need. */
export type FillCells = (block: Block) => void

/** How the rows of the columns answer a criterion of the brief. */
export function makeFill(columns: Columns, brief: Brief, criterion: Criterion, moment: Moment): FillCells {
  const { needs } = brief
  if (isQuantityCriterion(criterion)) return fillQuantity(columns, brief, criterion, moment)
  switch (criterion) {
    case 'rail':
      return fillRail(columns, needs.rail as Need<'rail'>)
    case 'highway':
      return fillAtMost(columns.highwayKm, needs.highway?.maxKm ?? 0, worthlessAt.distance)
    case 'price': {
      const { kind, max } = needs.price as Need<'price'>
      return fillAtMost(priceColumn(columns, kind), max, worthlessAt.price)
    }
    case 'place':
      return fillPlace(columns, needs.place as Need<'place'>)
    case 'incentive':
      return fillByTable(columns.incentives, tableOfSets(columns.keys.incentiveSets, needs.incentive?.keys ?? []))
    default:
      return fillList(columns, criterion, needs[criterion]?.keys ?? [])
  }
}

function fillQuantity(columns: Columns, brief: Brief, criterion: QuantityCriterion, moment: Moment): FillCells {
  const min = Math.fround(brief.needs[criterion]?.min ?? 0)
  const from = worthFrom[criterion]
  if (!isUtility(criterion)) {
    const open = { area: columns.isAreaOpen, height: columns.isHeightOpen, crane: columns.isCraneOpen, plot: null }
    return fillAtLeast(columns[criterion], open[criterion], min, from)
  }
  const fill = fillAtLeast(columns.free[criterion], null, min, from)
  const { startOn } = brief
  if (startOn === null) return fill
  const bit = 1 << utilityKinds.indexOf(criterion)
  return (block) => {
    fill(block)
    for (let at = 0; at < block.count; at += 1) {
      const row = block.rows[at] as number
      if (((columns.promised[row] as number) & bit) === 0) continue
      const value = Math.fround(columns.free[criterion][row] as number)
      if (value >= min) continue
      const calendar = { today: moment.today, startOn }
      if (!isCommitted(readCommitments(columns, row), criterion, value, min, calendar)) continue
      block.cellLow[at] = block.stale[at] === 1 ? 0 : full
      block.cellHigh[at] = full
    }
  }
}

function fillAtLeast(column: ArrayLike<number>, open: ArrayLike<number> | null, min: number, from: number): FillCells {
  return ({ count, rows, stale, cellLow, cellHigh, cellGap }) => {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number
      const value = Math.fround(column[row] as number)
      if (value >= min) {
        cellLow[at] = stale[at] === 1 ? 0 : full
        cellHigh[at] = full
        continue
      }
      const level = value >= 0 ? levelAtLeast(value, min, from) : 0
      const mayReach = value !== value || (open !== null && open[row] === 1)
      cellLow[at] = stale[at] === 1 ? 0 : level
      cellHigh[at] = mayReach ? full : level
      cellGap[at] = mayReach || value === absent ? uncounted : shortfallOf(value, min)
    }
  }
}

function fillAtMost(column: ArrayLike<number>, asked: number, until: number): FillCells {
  const max = Math.fround(asked)
  return ({ count, rows, stale, cellLow, cellHigh, cellGap }) => {
    for (let at = 0; at < count; at += 1) {
      const value = Math.fround(column[rows[at] as number] as number)
      const isUnknown = value !== value
      const level = isUnknown || value === absent ? 0 : levelAtMost(value, max, until)
      cellLow[at] = stale[at] === 1 ? 0 : level
      cellHigh[at] = isUnknown ? full : level
      cellGap[at] = isUnknown || value === absent || level === full ? uncounted : shortfallOf(value, max)
    }
  }
}

const railCodes = {
  onSite: railAccesses.indexOf('on_site'),
  adjacent: railAccesses.indexOf('adjacent'),
  distance: railAccesses.indexOf('distance'),
  unknown: railAccesses.indexOf('unknown'),
}

function fillRail(columns: Columns, { wish }: Need<'rail'>): FillCells {
  const { rail, railKm } = columns
  const max = wish.kind === 'within_km' ? Math.fround(wish.km) : null
  const isAdjacentEnough = wish.kind !== 'on_site'
  return ({ count, rows, stale, cellLow, cellHigh, cellGap }) => {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number
      const access = rail[row] as number
      const km = access === railCodes.distance ? Math.fround(railKm[row] as number) : 0
      const isDistance = access === railCodes.distance
      cellGap[at] = uncounted
      if (access === railCodes.unknown || (isDistance && km !== km)) {
        cellLow[at] = 0
        cellHigh[at] = isDistance && max === null ? siding.beside : full
      } else if (access === railCodes.onSite || (access === railCodes.adjacent && isAdjacentEnough)) {
        cellLow[at] = max !== null && stale[at] === 1 ? 0 : full
        cellHigh[at] = full
      } else if (isDistance && max !== null) {
        const level = levelAtMost(km, max, worthlessAt.distance)
        cellLow[at] = stale[at] === 1 ? 0 : level
        cellHigh[at] = level
        if (level !== full) cellGap[at] = shortfallOf(km, max)
      } else {
        const level = access === railCodes.adjacent || isDistance ? levelOfSiding(km) : 0
        cellLow[at] = level
        cellHigh[at] = level
      }
    }
  }
}

/** What a code of a column answers. */
const answer = { no: 0, yes: 1, open: 2 } as const

function fillByTable(column: ArrayLike<number>, table: Uint8Array): FillCells {
  return ({ count, rows, cellLow, cellHigh, cellGap }) => {
    for (let at = 0; at < count; at += 1) {
      const code = table[column[rows[at] as number] as number] as number
      cellLow[at] = code === answer.yes ? full : 0
      cellHigh[at] = code === answer.no ? 0 : full
      cellGap[at] = uncounted
    }
  }
}

function fillList(
  columns: Columns,
  criterion: 'sector' | 'kind' | 'tenure' | 'zone',
  keys: readonly string[],
): FillCells {
  switch (criterion) {
    case 'kind':
      return fillByTable(columns.kind, tableOf(siteKinds, keys))
    case 'sector':
      return fillByTable(columns.sectors, tableOfBits(sectorKeys, keys, answer.no))
    case 'tenure':
      return fillByTable(columns.tenures, tableOfBits(tenures, keys, answer.open))
    case 'zone': {
      const table = new Uint8Array(256)
      for (const key of keys) table[zoneChoices.findIndex((choice) => choice === key) + 1] = answer.yes
      table[zoneCodes.not_eligible] = answer.no
      table[zoneCodes.undetermined] = answer.open
      return fillByTable(columns.zone, table)
    }
  }
}

function tableOf(list: readonly string[], keys: readonly string[]): Uint8Array {
  return Uint8Array.from(list, (key) => (keys.includes(key) ? answer.yes : answer.no))
}

/** Answers by set of values; `none` is what a site answers that names none. */
function tableOfBits(list: readonly string[], keys: readonly string[], none: number): Uint8Array {
  const wanted = toBits(list, keys)
  return Uint8Array.from({ length: 1 << list.length }, (_, bits) => {
    if (bits === 0) return none
    return (bits & wanted) === 0 ? answer.no : answer.yes
  })
}

function tableOfSets(sets: readonly (readonly string[])[], keys: readonly string[]): Uint8Array {
  return Uint8Array.from(sets, (set) => (set.some((key) => keys.includes(key)) ? answer.yes : answer.no))
}

function fillPlace(columns: Columns, { regions, towns }: Need<'place'>): FillCells {
  const inRegion = tableOf(columns.keys.region, regions)
  const inTown = tableOf(columns.keys.town, towns)
  const { region, town } = columns
  return ({ count, rows, cellLow, cellHigh, cellGap }) => {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number
      const isThere = inRegion[region[row] as number] === answer.yes || inTown[town[row] as number] === answer.yes
      cellLow[at] = isThere ? full : 0
      cellHigh[at] = isThere ? full : 0
      cellGap[at] = uncounted
    }
  }
}
