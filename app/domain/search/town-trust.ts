import type { Localized } from '#app/domain/kernel/localized'
import type { Commitment, CommitmentState } from '#app/domain/sites/model'
import { commitmentState } from '#app/domain/sites/rules'
import type { Columns } from './columns'
import { freshnessEdges, readFreshness } from './freshness'

/** How well an akimat keeps its data: what it publishes, how much of it is confirmed in time, and how much is overdue. */
export type TownScore = { published: number; inTime: number; overdue: number }

/** The score of every town that publishes anything, by its key; sites that have lapsed count as overdue. */
export function scoreTowns(columns: Columns, now: Date): Map<string, TownScore> {
  const edges = freshnessEdges(now)
  const scores = new Map<string, TownScore>()
  for (const { card, confirmByMs } of columns.rows) {
    const score = scores.get(card.townKey) ?? { published: 0, inTime: 0, overdue: 0 }
    scores.set(card.townKey, score)
    const freshness = readFreshness(confirmByMs, edges)
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
  const open = columns.rows
    .filter((row) => row.card.townKey === townKey)
    .flatMap(({ card, commitments }) =>
      commitments.map(({ id, work, added, dueOn, programme, state }): TownCommitment => ({
        ...{ id, work, added, dueOn, programme },
        state: commitmentState({ state, dueOn }, today),
        site: { number: card.number, name: card.name },
      })),
    )
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
