import type { Localized } from '#app/domain/kernel/localized'
import type { Commitment, CommitmentState } from '#app/domain/sites/model'
import { commitmentState } from '#app/domain/sites/rules'
import { readCommitments, readTitle } from './cards'
import type { Columns } from './columns'
import { freshnessEdges, readFreshness } from './freshness'

/** How well an akimat keeps its data: what it publishes, how much of it is confirmed in time, and how much is overdue. */
export type TownScore = { published: number; inTime: number; overdue: number }

/** The score of every town that publishes anything, by its key; sites that have lapsed count as overdue. */
export function scoreTowns(columns: Columns, now: Date): Map<string, TownScore> {
  const edges = freshnessEdges(now)
  const scores = new Map<string, TownScore>()
  for (let row = 0; row < columns.size; row++) {
    if (columns.isLive[row] !== 1) continue
    const townKey = columns.keys.town[columns.town[row] as number] ?? ''
    const score = scores.get(townKey) ?? { published: 0, inTime: 0, overdue: 0 }
    scores.set(townKey, score)
    const freshness = readFreshness(columns.confirmByMs[row] as number, edges)
    score.published += 1
    score[freshness === 'fresh' || freshness === 'due' ? 'inTime' : 'overdue'] += 1
  }
  return scores
}

/** What an akimat promises for one of its sites. */
export type TownCommitment = Pick<Commitment, 'id' | 'work' | 'added' | 'dueOn' | 'programme'> & {
  state: CommitmentState
  site: { number: string; name: Localized }
}

/** The first of a list of promises, and how many there are. */
export type TownPromiseList = { total: number; items: TownCommitment[] }

/**
 * What a town promised and has not done, on a day `YYYY-MM-DD`: what was missed, the oldest first, and what comes next,
 * the nearest first and what has no date last.
 */
export function listCommitments(
  columns: Columns,
  townKey: string,
  today: string,
): { missed: TownCommitment[]; next: TownCommitment[] } {
  const open = rowsOfTown(columns, townKey)
    .flatMap((row) => {
      const commitments = readCommitments(columns, row)
      const site = commitments.length > 0 ? readTitle(columns, row) : null
      return commitments.flatMap(({ id, work, added, dueOn, programme, state }): TownCommitment[] =>
        site ? [{ id, work, added, dueOn, programme, state: commitmentState({ state, dueOn }, today), site }] : [],
      )
    })
    .filter(({ state }) => state !== 'done')
    .sort((left, right) => orderOf(left).localeCompare(orderOf(right)))
  return {
    missed: open.filter(({ state }) => state === 'missed'),
    next: open.filter(({ state }) => state !== 'missed'),
  }
}

function orderOf({ dueOn, site }: TownCommitment): string {
  return `${dueOn ?? '9999'} ${site.number}`
}

function rowsOfTown(columns: Columns, townKey: string): number[] {
  const rows: number[] = []
  const code = columns.keys.town.indexOf(townKey)
  for (let row = 0; row < columns.size; row++) {
    if (columns.town[row] === code && columns.isLive[row] === 1) rows.push(row)
  }
  return rows
}
