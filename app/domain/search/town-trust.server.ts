import type { Actor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { readColumns } from './catalogue.server'
import { listCommitments, scoreTowns, type TownPromiseList, type TownScore } from './town-trust'

/** Freshness score of every town that publishes anything, by its key. Public, like the catalogue. */
export async function readTownScores(_actor: Actor, now = new Date()): Promise<Map<string, TownScore>> {
  return scoreTowns(await readColumns(), now)
}

/** How many of each a town's page names. */
const shown = 6

/** What a town promised and did not do yet: the first of what was missed and of what comes next, and how many there are. */
export async function readTownCommitments(
  _actor: Actor,
  townKey: string,
  now = new Date(),
): Promise<Record<'missed' | 'next', TownPromiseList>> {
  const { missed, next } = listCommitments(await readColumns(), townKey, localDateOf(now))
  return {
    missed: { total: missed.length, items: missed.slice(0, shown) },
    next: { total: next.length, items: next.slice(0, shown) },
  }
}
