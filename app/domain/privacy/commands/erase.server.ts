import type { Actor, Person } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { checkPassword } from '#app/domain/accounts/queries/check-password.server'
import { normalizeEmail } from '#app/domain/accounts/rules'
import { readEraseContext } from '#app/domain/inquiries/erase-case.server'
import { openOwnCase } from '#app/domain/inquiries/queries/own-case.server'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { log } from '#app/platform/log/log.server'
import { storage } from '#app/platform/storage/storage.server'
import { findKnown } from '../queries/known.server'
import { eraseCases, erasePerson, type Order } from './erase-rows.server'

/** Longer than others: the whole life of a person in one piece. */
const patienceMs = 60_000

/**
 * Erases the person’s account and takes them out of their inquiries, all or nothing. Says `office` for officials, whose acts stay
 * with their office, `demo` for demo people, and what is wrong with the password.
 */
export async function eraseOwnAccount(
  person: Person,
  password: string,
  address: string,
  now = new Date(),
): Promise<Verdict<null, 'office' | 'demo' | 'wrong_password' | 'too_many_attempts'>> {
  const { email, userId } = person
  if ((await findKnown(email))?.holdsOffice) return no('office')
  const known = await checkPassword(person, password, address, now)
  if (!known.ok) return known
  await runErasure((tx, order) => erasePerson(tx, { email, userId }, order), { asked: 'account' }, now)
  return yes(null)
}

/**
 * Takes the person out of the one inquiry that an address opens, when they also know from which e-mail it came. 404 for a
 * wrong key; says `kept_elsewhere` for one that is in somebody’s account, who alone decides then.
 */
export async function eraseByKey(
  actor: Actor,
  address: { number: string; key: string | null },
  email: string,
  now = new Date(),
): Promise<Verdict<null, 'other_address' | 'kept_elsewhere'>> {
  const inquiry = await openOwnCase(actor, address)
  const isOwner = actor.kind === 'person' && inquiry.ownerId === actor.userId
  if (inquiry.ownerId !== null && !isOwner) return no('kept_elsewhere')
  if (normalizeEmail(email) !== inquiry.email) return no('other_address')
  await runErasure((tx, order) => eraseCases(tx, [inquiry.id], order), { asked: 'key' }, now)
  return yes(null)
}

/** The same for somebody who asked an administrator; the reason is kept. Says `nobody` when nothing of the address is known. */
export async function eraseOnRequest(
  actor: Person,
  input: { email: string; reason: string },
  now = new Date(),
): Promise<Verdict<null, 'office' | 'demo' | 'nobody'>> {
  if (!may(actor, 'erasure.carry_out')) throw notFound()
  const email = normalizeEmail(input.email)
  const known = await findKnown(email)
  if (known === null) return no('nobody')
  if (known.isDemo) return no('demo')
  if (known.holdsOffice) return no('office')
  const asked = { asked: 'request', askedById: actor.userId, reason: input.reason } as const
  await runErasure((tx, order) => erasePerson(tx, { email, userId: known.userId }, order), asked, now)
  return yes(null)
}

/** One transaction, and after it the files: one that a fault leaves behind is named by nothing any more, and the log says so. */
export async function runErasure(
  work: (tx: Tx, order: Order) => Promise<string[]>,
  asked: Omit<Order, 'now' | 'context'>,
  now: Date,
): Promise<void> {
  const context = await readEraseContext()
  const files = await inTransaction(database(), (tx) => work(tx, { ...asked, now, context }), patienceMs)
  for (const key of files) {
    await storage()
      .remove(key)
      .catch((error: unknown) => log.error({ err: error, key }, 'a file of an erased person could not be removed'))
  }
}
