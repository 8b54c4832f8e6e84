import { blockRows, blockWords } from '#app/domain/search/blocks'
import type { Columns } from '#app/domain/search/columns'
import { confirmedRows, type ConfirmedRows } from '#app/domain/search/confirmed-rows'
import type { FreshnessEdges } from '#app/domain/search/freshness'
import { countBits, wordRows, wordsFor, writeRows } from '#app/domain/search/row-bits'
import { makeAsked, type Asked } from '#app/domain/search/sweeps'
import { byNumber } from './catalogue-facts'
import { full } from './levels'
import type { Brief, Criterion } from './model'
import { askMusts, inBestOrder, makeMust, makeVerdicts, type Must, type Verdicts } from './musts'
import { isUtility, type Moment } from './needs'
import { NearMisses, rankOf, rankStep } from './near-misses'
import { promisedRows } from './promises'
import { dropBelow, makeLevels, makeScored, type AddLevels, type Scored } from './row-levels'
import type { CompiledBrief } from './rules'
import { makeSelection, type Selection } from './selection'

/** How many of each an answer carries at most. */
export type MatchLimits = { limit: number; openLimit: number; nearLimit: number }

/** Rows of one list: the best of them, and how many there are. */
export type FoundRows = { best: Selection; total: number }

export type Found = { matches: FoundRows; open: FoundRows; near: FoundRows }

type Scoreable = { weight: number; addLevels: AddLevels }

/** A list whose rows are scored many at a time: what is known of all of them, and what has to be asked of each. */
type Scoring = { found: FoundRows; known: number; needs: readonly Scoreable[]; scored: Scored }

/** What one pass works with. */
type Work = {
  columns: Columns
  edges: FreshnessEdges
  confirmed: ConfirmedRows
  musts: readonly Must[]
  verdicts: Verdicts
  rows: Asked
  matches: Scoring
  open: Scoring
  near: FoundRows
  misses: NearMisses
}

/** Rows that are scored together: the fewer, the sooner it is known what the next ones have to reach. */
const mostCollected = 256

/** Sums of levels stay below this: twenty needs of weight 3 and level 10,000. */
const sumRange = 2 ** 20

/**
 * One pass over the columns: the musts part the rows into matches, open ones and near misses, 32 at a time. Only what
 * may be shown is then looked at by itself: matches and open rows for their scores, near misses for their gaps.
 */
export function findRows(
  columns: Columns,
  compiled: CompiledBrief,
  moment: Moment,
  edges: FreshnessEdges,
  limits: MatchLimits,
): Found {
  const work = prepare(columns, compiled, moment, edges, limits)
  for (let block = 0; block * blockRows < columns.size; block++) {
    takeBlock(work, block)
    askMusts(work.musts, work.rows, work.verdicts, work.confirmed)
    sortOut(work)
  }
  for (const scoring of [work.matches, work.open]) score(work, scoring)
  return { matches: work.matches.found, open: work.open.found, near: work.near }
}

function prepare(
  columns: Columns,
  { brief, needs }: CompiledBrief,
  moment: Moment,
  edges: FreshnessEdges,
  limits: MatchLimits,
): Work {
  const asked = needs.map(({ criterion, weight, isMust }) => {
    const promised = promisedFor(columns, brief, criterion, moment)
    return { criterion, weight, isMust, promised, addLevels: makeLevels(columns, brief, criterion, weight, promised) }
  })
  const musts = asked
    .filter(({ isMust }) => isMust)
    .map(({ criterion, promised }) => ({ criterion, must: makeMust(columns, brief, criterion, promised) }))
  const ordered = inBestOrder(musts).map(({ must }) => must)
  const found = (limit: number): FoundRows => ({ best: makeSelection(limit, byNumber(columns)), total: 0 })
  const near = found(limits.nearLimit)
  const counted = ordered.flatMap((must) => must.counted ?? [])
  const wishes = asked.filter(({ isMust }) => !isMust)
  const mustWeight = asked.reduce((sum, { isMust, weight }) => sum + (isMust ? weight : 0), 0)
  const scoring = (limit: number, known: number, list: readonly Scoreable[]): Scoring => ({
    ...{ found: found(limit), known, scored: makeScored(mostCollected + blockRows) },
    needs: list.toSorted((left, right) => right.weight - left.weight),
  })
  return {
    ...{ columns, edges, confirmed: confirmedRows(columns, edges), musts: ordered },
    ...{ verdicts: makeVerdicts(), rows: makeAsked() },
    matches: scoring(limits.limit, mustWeight * full, wishes),
    open: scoring(limits.openLimit, 0, asked),
    near,
    misses: new NearMisses(near.best, columns, edges, counted),
  }
}

function promisedFor(columns: Columns, { needs, startOn }: Brief, criterion: Criterion, { today }: Moment) {
  if (startOn === null || !isUtility(criterion)) return null
  return promisedRows(columns, criterion, Math.fround(needs[criterion]?.min ?? 0), today, startOn)
}

function takeBlock({ columns, confirmed, rows }: Work, block: number): void {
  rows.block = block
  rows.first = block * blockWords
  rows.words = Math.min(blockWords, wordsFor(columns.size) - rows.first)
  for (let word = 0; word < rows.words; word++) {
    const at = rows.first + word
    rows.asked[word] = (confirmed.fresh[at] as number) | (confirmed.stale[at] as number)
  }
}

/** Puts the rows of the block into the lists to which they belong. */
function sortOut(work: Work): void {
  const { confirmed, verdicts, near, misses, matches, open } = work
  const { first, words, asked } = work.rows
  for (let word = 0; word < words; word++) {
    const rows = asked[word] as number
    if (rows === 0) continue
    const broken = verdicts.broken[word] as number
    const unsaid = verdicts.unsaid[word] as number
    const stale = confirmed.stale[first + word] as number
    const start = (first + word) * wordRows
    take(matches, rows & ~broken & ~unsaid, start, stale)
    take(open, rows & ~broken & unsaid, start, stale)
    near.total += countBits(rows & broken)
    if ((rows & broken) !== 0) misses.offer(rows & broken, first + word, word)
  }
  for (const scoring of [matches, open]) if (scoring.scored.count > mostCollected) score(work, scoring)
}

function take({ found, scored }: Scoring, rows: number, start: number, stale: number): void {
  if (rows === 0) return
  const from = scored.count
  const until = writeRows(rows, start, scored.rows, from)
  for (let at = from; at < until; at++) scored.stale[at] = (stale >>> ((scored.rows[at] as number) & 31)) & 1
  scored.count = until
  found.total += until - from
}

/**
 * Scores the rows that were collected and offers them to their list. Weighty needs come first, and rows that could no
 * longer get in, were all that is left to ask met, are not asked it.
 */
function score({ columns, edges }: Work, { found, known, needs, scored }: Scoring): void {
  const { rows, low, high } = scored
  low.fill(known, 0, scored.count)
  high.fill(known, 0, scored.count)
  const worstLow = Math.floor(found.best.worst() / (sumRange * rankStep))
  let left = needs.reduce((sum, { weight }) => sum + weight * full, 0)
  for (const { weight, addLevels } of needs) {
    addLevels(scored)
    left -= weight * full
    if (worstLow > left) dropBelow(scored, worstLow - left)
  }
  for (let at = 0; at < scored.count; at++) {
    const row = rows[at] as number
    const sums = (low[at] as number) * sumRange + (high[at] as number)
    found.best.offer(row, sums * rankStep + rankOf(columns, row, edges))
  }
  scored.count = 0
}
