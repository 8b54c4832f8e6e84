import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { ConfirmedGroup } from '../choices'
import { confirmGroups, siteTerm } from '../confirmation'
import { readConfirmations, writeConfirmations } from '../confirmation-schema'
import { parseDossier } from '../schema'
import { lockOpenVersion } from './own-version.server'

/** For how long a confirmation can be taken back. */
const undoMs = 15 * 60_000

/**
 * Says that the published data still hold as of today, all or those of `groups`. What was confirmed before is kept for
 * `undoConfirmation`. Says `not_published` when nothing is public, `ended` when it is not offered.
 */
export async function confirmSite(
  actor: Actor,
  number: string,
  groups: readonly ConfirmedGroup[] | null = null,
  now = new Date(),
): Promise<Verdict<{ confirmBy: Date | null }, 'not_published' | 'ended'>> {
  return inTransaction(database(), (tx) => confirm(tx, actor, number, groups, now))
}

/**
 * The same for several sites at once, all their groups. Those that are not offered any more are left out; a number
 * outside the actor's territory is a 404 and nothing is confirmed.
 */
export async function confirmSites(actor: Actor, numbers: readonly string[], now = new Date()): Promise<string[]> {
  return inTransaction(database(), async (tx) => {
    const confirmed: string[] = []
    // In one order for everybody, so that two people who press at once wait instead of blocking each other.
    for (const number of [...new Set(numbers)].sort()) {
      const verdict = await confirm(tx, actor, number, null, now)
      if (verdict.ok) confirmed.push(number)
    }
    return confirmed
  })
}

async function confirm(
  tx: Tx,
  actor: Actor,
  number: string,
  groups: readonly ConfirmedGroup[] | null,
  now: Date,
): Promise<Verdict<{ confirmBy: Date | null }, 'not_published' | 'ended'>> {
  const { site } = await lockOpenVersion(tx, actor, 'site.edit', number)
  if (site.publishedVersion === null) return no('not_published')
  if (site.status !== 'published') return no('ended')
  const stored = readConfirmations(site.confirmations)
  const before = { confirmations: stored.groups, confirmedAt: site.confirmedAt }
  const dossier = parseDossier(site.publishedVersion.dossier)
  const { confirmations, confirmedAt, confirmBy } = confirmGroups(dossier, before, groups, now)
  const kept = { at: now.toISOString(), groups: stored.groups, confirmedAt: site.confirmedAt?.toISOString() ?? null }
  await tx.site.update({
    where: { id: site.id },
    data: {
      confirmations: writeConfirmations({ groups: confirmations, before: kept, told: stored.told }),
      ...{ confirmedAt, confirmBy, changedAt: now },
    },
  })
  return yes({ confirmBy })
}

/**
 * Takes the last confirmation back: what stood before it stands again. Says `too_late` when it is older than a quarter
 * of an hour, was taken back already, or something was published since.
 */
export async function undoConfirmation(
  actor: Actor,
  number: string,
  now = new Date(),
): Promise<Verdict<{ confirmedAt: Date | null }, 'too_late'>> {
  return inTransaction(database(), (tx) => undo(tx, actor, number, now))
}

/** The same for several sites at once; gives the numbers for which it was not too late. */
export async function undoConfirmations(actor: Actor, numbers: readonly string[], now = new Date()): Promise<string[]> {
  return inTransaction(database(), async (tx) => {
    const undone: string[] = []
    for (const number of [...new Set(numbers)].sort()) {
      if ((await undo(tx, actor, number, now)).ok) undone.push(number)
    }
    return undone
  })
}

async function undo(
  tx: Tx,
  actor: Actor,
  number: string,
  now: Date,
): Promise<Verdict<{ confirmedAt: Date | null }, 'too_late'>> {
  const { site } = await lockOpenVersion(tx, actor, 'site.edit', number)
  const { before, told } = readConfirmations(site.confirmations)
  if (before === undefined || site.publishedVersion === null) return no('too_late')
  if (new Date(before.at).getTime() < now.getTime() - undoMs) return no('too_late')
  const { confirmedAt, confirmBy } = siteTerm(parseDossier(site.publishedVersion.dossier), {
    confirmations: before.groups,
    confirmedAt: before.confirmedAt === null ? null : new Date(before.confirmedAt),
  })
  await tx.site.update({
    where: { id: site.id },
    data: {
      confirmations: writeConfirmations({ groups: before.groups, told }),
      ...{ confirmedAt, confirmBy, changedAt: now },
    },
  })
  return yes({ confirmedAt })
}
