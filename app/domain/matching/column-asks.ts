import { toBits, zoneCodes, type Columns } from '#app/domain/search/columns'
import { priceColumn } from '#app/domain/search/price-column'
import { zoneChoices } from '#app/domain/search/model'
import { absent } from '#app/domain/search/row'
import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import type { Block } from './block'
import { withAdded } from './closing'
import {
  full,
  levelBelow,
  levelOfSiding,
  lineAtLeast,
  lineAtMost,
  shortfallOf,
  siding,
  uncounted,
  worthFrom,
  worthlessAt,
  type Line,
} from './levels'
import type { Brief, Criterion, Need, QuantityCriterion } from './model'
import { isUtility, type Moment } from './needs'
import { isQuantityCriterion } from './parameters'
import { dayNumber, firstFrom, promisesOf, type Promises } from './promises'

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
      return fillAtMost(columns.highwayKm, lineAtMost(needs.highway?.maxKm ?? 0, worthlessAt.distance))
    case 'price': {
      const { kind, max } = needs.price as Need<'price'>
      return fillAtMost(priceColumn(columns, kind), lineAtMost(max, worthlessAt.price))
    }
    case 'place':
      return fillPlace(columns, needs.place as Need<'place'>)
    case 'incentive':
      return fillByTable(columns.incentives, tableOfSets(columns.keys, needs.incentive?.keys ?? []))
    default:
      return fillList(columns, criterion, needs[criterion]?.keys ?? [])
  }
}

function fillQuantity(columns: Columns, brief: Brief, criterion: QuantityCriterion, moment: Moment): FillCells {
  const line = lineAtLeast(brief.needs[criterion]?.min ?? 0, worthFrom[criterion])
  if (!isUtility(criterion)) {
    const open = { area: columns.isAreaOpen, height: columns.isHeightOpen, crane: columns.isCraneOpen, plot: null }
    return fillAtLeast(columns[criterion], open[criterion], line)
  }
  const fill = fillAtLeast(columns.free[criterion], null, line)
  const { startOn } = brief
  if (startOn === null) return fill
  const promises = promisesOf(columns, criterion)
  const [today, start] = [dayNumber(moment.today), dayNumber(startOn)]
  return (block) => {
    fill(block)
    addPromised(block, columns.free[criterion], line.asked, promises, today, start)
  }
}

/** Counts as met what a commitment brings that is due before the start and not missed. */
function addPromised(
  { count, rows, stale, cellLow, cellHigh }: Block,
  column: Float32Array,
  min: number,
  promises: Promises,
  today: number,
  start: number,
): void {
  const last = count === 0 ? -1 : (rows[count - 1] as number)
  let at = 0
  for (let next = firstFrom(promises, rows[0] as number); (promises.rows[next] as number) <= last; next += 1) {
    const row = promises.rows[next] as number
    while ((rows[at] as number) < row) at += 1
    const due = promises.due[next] as number
    if (rows[at] !== row || due < today || due >= start) continue
    const value = column[row] as number
    if (value >= min || withAdded(value, promises.added[next] as number) < min) continue
    cellLow[at] = stale[at] === 1 ? 0 : full
    cellHigh[at] = full
  }
}

function fillAtLeast(column: Float32Array, open: Uint8Array | null, line: Line): FillCells {
  const min = line.asked
  return ({ count, rows, stale, cellLow, cellHigh, cellGap }) => {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number
      const value = column[row] as number
      if (value >= min) {
        cellLow[at] = stale[at] === 1 ? 0 : full
        cellHigh[at] = full
      } else if (value !== value) {
        cellLow[at] = 0
        cellHigh[at] = full
      } else {
        const level = value === absent ? 0 : levelBelow(line, value)
        const isOpen = open !== null && open[row] === 1
        cellLow[at] = stale[at] === 1 ? 0 : level
        cellHigh[at] = isOpen ? full : level
        cellGap[at] = value === absent ? uncounted : shortfallOf(line, value)
      }
    }
  }
}

function fillAtMost(column: Float32Array, line: Line): FillCells {
  const max = line.asked
  return ({ count, rows, stale, cellLow, cellHigh, cellGap }) => {
    for (let at = 0; at < count; at += 1) {
      const value = column[rows[at] as number] as number
      const isKnown = value === value
      const level = !isKnown || value === absent ? 0 : value <= max ? full : levelBelow(line, value)
      cellLow[at] = stale[at] === 1 ? 0 : level
      cellHigh[at] = isKnown ? level : full
      cellGap[at] = value === absent ? uncounted : shortfallOf(line, value)
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
  const line = wish.kind === 'within_km' ? lineAtMost(wish.km, worthlessAt.distance) : null
  const isAdjacentEnough = wish.kind !== 'on_site'
  return ({ count, rows, stale, cellLow, cellHigh, cellGap }) => {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number
      const access = rail[row] as number
      const km = access === railCodes.distance ? (railKm[row] as number) : 0
      const isDistance = access === railCodes.distance
      cellGap[at] = uncounted
      if (access === railCodes.unknown || (isDistance && km !== km)) {
        cellLow[at] = 0
        cellHigh[at] = isDistance && line === null ? siding.beside : full
      } else if (access === railCodes.onSite || (access === railCodes.adjacent && isAdjacentEnough)) {
        cellLow[at] = line !== null && stale[at] === 1 ? 0 : full
        cellHigh[at] = full
      } else if (isDistance && line !== null) {
        const level = km <= line.asked ? full : levelBelow(line, km)
        cellLow[at] = stale[at] === 1 ? 0 : level
        cellHigh[at] = level
        if (level !== full) cellGap[at] = shortfallOf(line, km)
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

function tableOfSets({ incentive, incentiveSets }: Columns['keys'], keys: readonly string[]): Uint8Array {
  const asked = keys.map((key) => incentive.indexOf(key))
  return Uint8Array.from(incentiveSets, (set) => (set.some((key) => asked.includes(key)) ? answer.yes : answer.no))
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
