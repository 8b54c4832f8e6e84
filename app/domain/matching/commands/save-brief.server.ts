import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { countInWindow } from '#app/platform/db/count-in-window.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { Language } from '#app/platform/i18n/language'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import { signatureOf } from '#app/platform/secrets/signature.server'
import { randomUUID } from 'node:crypto'
import { writeAnswer } from '../answers.server'
import type { Brief } from '../model'
import { makeBriefKey } from '../queries/brief-key.server'
import { changeableBrief, type BriefAddress } from '../visible-to.server'

/** Saves within an hour by one person or from one address of the network, which an office shares. */
export const hourlySaves = 60

const hourMs = 3_600_000
const longestTitle = 120

/** Where the form comes from; `address` is set by the server, never taken from the form. */
export type Saver = { locale: Language; address: string }

type Refusal = 'empty' | 'too_many'

/**
 * Saves a brief and the answer of this moment: it belongs to a person, or to whoever has its link. Says `empty` when nothing is asked for, `too_many`
 * above the limit of an hour.
 */
export async function saveBrief(
  actor: Actor,
  brief: Brief,
  saver: Saver,
  now = new Date(),
): Promise<Verdict<{ id: string; key: string }, Refusal>> {
  const refusal = await refuse(actor, brief, saver, now)
  if (refusal !== null) return no(refusal)
  const id = randomUUID()
  const key = makeBriefKey(id)
  await inTransaction(database(), async (tx) => {
    await tx.brief.create({
      data: {
        ...{ id, body: brief, title: titleOf(brief), locale: saver.locale, createdAt: now, updatedAt: now },
        ownerId: actor.kind === 'person' ? actor.userId : null,
        secretHash: hashLinkSecret(key),
        clientAddress: blur(saver.address),
      },
    })
  })
  await writeAnswer(actor, id, brief, now)
  return yes({ id, key })
}

/**
 * Saves a brief anew under its address. Says `conflict` when somebody saved it since `revision` was read; 404 when the
 * actor may not change it.
 */
export async function updateBrief(
  actor: Actor,
  address: BriefAddress,
  { brief, revision }: { brief: Brief; revision: number },
  saver: Saver,
  now = new Date(),
): Promise<Verdict<{ revision: number }, Refusal | 'conflict'>> {
  const refusal = await refuse(actor, brief, saver, now)
  if (refusal !== null) return no(refusal)
  const isSaved = await inTransaction(database(), async (tx) => {
    await requireChangeable(tx, actor, address)
    const { count } = await tx.brief.updateMany({
      where: { id: address.id, revision, deletedAt: null },
      data: { body: brief, title: titleOf(brief), locale: saver.locale, revision: { increment: 1 }, updatedAt: now },
    })
    return count === 1
  })
  if (!isSaved) return no('conflict')
  await writeAnswer(actor, address.id, brief, now)
  return yes({ revision: revision + 1 })
}

/** Takes a brief away, for its owner and for its link; `restoreBrief` brings it back. 404 when the actor may not. */
export async function deleteBrief(actor: Actor, address: BriefAddress, now = new Date()): Promise<void> {
  await setDeleted(actor, address, now)
}

/** Takes `deleteBrief` back. 404 when the actor may not. */
export async function restoreBrief(actor: Actor, address: BriefAddress): Promise<void> {
  await setDeleted(actor, address, null)
}

async function setDeleted(actor: Actor, address: BriefAddress, deletedAt: Date | null): Promise<void> {
  await inTransaction(database(), async (tx) => {
    await requireChangeable(tx, actor, address)
    await tx.brief.updateMany({
      where: { id: address.id, deletedAt: deletedAt === null ? { not: null } : null },
      data: { deletedAt },
    })
  })
}

async function requireChangeable(tx: Tx, actor: Actor, address: BriefAddress): Promise<void> {
  if ((await tx.brief.count({ where: changeableBrief(actor, address) })) === 0) throw notFound()
}

async function refuse(actor: Actor, brief: Brief, { address }: Saver, now: Date): Promise<Refusal | null> {
  if (Object.keys(brief.needs).length === 0) return 'empty'
  const who = actor.kind === 'person' ? actor.userId : blur(address)
  const { count } = await countInWindow(database(), `brief/${who}`, hourMs, now)
  return count > hourlySaves ? 'too_many' : null
}

/** The name in lists; a brief without words of its own is named by its needs, in the language of whoever reads. */
function titleOf({ activity }: Brief): string {
  return Array.from(activity).slice(0, longestTitle).join('').trim()
}

/** The address of a client as far as limits need it: counted, but not known. */
function blur(address: string): string {
  return signatureOf(`client/${address}`).slice(0, 24)
}
