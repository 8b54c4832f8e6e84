import type { Actor } from '#app/domain/accounts/model'
import { normalizeEmail } from '#app/domain/accounts/rules'
import type { Db, Tx } from '#app/platform/db/client.server'
import { countInWindow } from '#app/platform/db/count-in-window.server'
import type { Inquiry } from '#app/platform/db/generated/client'
import { signatureOf } from '#app/platform/secrets/signature.server'
import { blurClient } from './case-key.server'
import { hasProvenAddress } from './proven-address.server'
import { hourlyLimits, nextResendAt } from './rules'

const hourMs = 3_600_000

/** Who a letter to `email` is for: `place` is the client, or the account of the person whose address it is. */
export type Recipient = { email: string; place: string; isOwner: boolean }

type Waiting = Pick<Inquiry, 'submittedAt' | 'confirmExpiresAt'>

/** The recipient of a form that is sent, from `place` unless it is a signed-in person with the own, proven address. */
export async function recipientOf(actor: Actor, email: string, place: string): Promise<Recipient> {
  const isOwner = actor.kind === 'person' && normalizeEmail(actor.email) === email && (await hasProvenAddress(actor))
  return { email, isOwner, place: isOwner ? blurClient(`person/${actor.userId}`) : place }
}

/**
 * Counts a confirmation letter; whether it may go. Those of one place are counted first, then those to the address over
 * all places; the owner's own are counted apart, so that no stranger can use them up.
 */
export async function takeLetter(tx: Tx, recipient: Recipient, now: Date): Promise<boolean> {
  for (const [key, max] of keysOf(recipient)) {
    if ((await countInWindow(tx, key, hourMs, now)).count > max) return false
  }
  return true
}

/** Seconds until the letter of a stored inquiry may be asked for again; 0 when it may go now. */
export async function secondsToResend(db: Db | Tx, inquiry: Waiting, recipient: Recipient, now: Date): Promise<number> {
  const ownMs = nextResendAt(inquiry.submittedAt, inquiry.confirmExpiresAt).getTime()
  const ms = Math.max(ownMs, await endOfBound(db, recipient)) - now.getTime()
  return Math.max(0, Math.ceil(ms / 1000))
}

/** When the hour ends whose letters to the recipient are used up (epoch ms); 0 while some are left. */
async function endOfBound(db: Db | Tx, recipient: Recipient): Promise<number> {
  const most = new Map(keysOf(recipient))
  const rows = await db.rateLimit.findMany({ where: { key: { in: [...most.keys()] } } })
  const used = rows.filter(({ key, count }) => count >= (most.get(key) ?? Infinity))
  return Math.max(0, ...used.map(({ lastRequest }) => Number(lastRequest) + hourMs))
}

function keysOf({ email, place, isOwner }: Recipient): [key: string, max: number][] {
  const fromPlace: [string, number] = [`inquiry-letter/place/${blur(`${place} ${email}`)}`, hourlyLimits.email]
  return isOwner ? [fromPlace] : [fromPlace, [`inquiry-letter/email/${blur(email)}`, hourlyLimits.letters]]
}

/** A name under which something is counted, from which nobody can read who it is about. */
function blur(name: string): string {
  return signatureOf(`inquiry-letter/${name}`)
}
