import type { Actor, Person } from '#app/domain/accounts/model'
import { emailChangeHours, linkStateAt } from '#app/domain/accounts/rules'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { mayAskForLetter } from '#app/domain/notices/letter-limits.server'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { tellAccountChange } from '#app/domain/notices/tell-account.server'
import { inTransaction, isUniqueConflict } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { defaultLanguage, isLanguage, pathIn } from '#app/platform/i18n/language'
import { hashLinkSecret, makeLinkSecret } from '#app/platform/secrets/link-secret.server'
import { randomUUID } from 'node:crypto'

const hourMs = 3_600_000

/**
 * Sends a letter to the address that the person wants from now on; its link makes the change. The address of today is
 * told at once, when whoever reads it can still stop it. The answer is the same for an address that has an account: its
 * letter says so. Says `same_email`, `demo`, and `too_many` above the letters of an hour.
 */
export async function askToChangeEmail(
  person: Person,
  email: string,
  client: string,
  now = new Date(),
): Promise<Verdict<null, 'same_email' | 'demo' | 'too_many'>> {
  if (email === person.email) return no('same_email')
  const db = database()
  if ((await db.user.count({ where: { id: person.userId, isDemo: true } })) > 0) return no('demo')
  if (!(await mayAskForLetter(db, 'email-change', { email, client }, now))) return no('too_many')
  const { userId, locale } = person
  const { secret, hash } = makeLinkSecret()
  const expiresAt = new Date(now.getTime() + emailChangeHours * hourMs)
  await inTransaction(db, async (tx) => {
    const isTaken = (await tx.user.count({ where: { email } })) > 0
    await tx.emailChange.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })
    if (!isTaken) await tx.emailChange.create({ data: { userId, email, tokenHash: hash, expiresAt } })
    const query = new URLSearchParams({ token: secret })
    await queueNotice(tx, {
      template: isTaken ? 'email_taken' : 'email_change',
      locale,
      to: email,
      dedupeKey: `email_change:${randomUUID()}`,
      data: {
        name: null,
        link: pathIn(locale, isTaken ? '/sign-in' : `/account/email/confirm?${query}`),
        expiresAt: expiresAt.toISOString(),
      },
    })
    await tellAccountChange(tx, { ...person, newEmail: email }, 'email_asked', now)
  })
  return yes(null)
}

/**
 * Makes the change of the link, once: the account has the new address, all other sessions and links end, both addresses
 * are told. Says `gone` for a link that is used, expired or none, and `taken` when another account has the address by now.
 */
export async function changeEmail(
  actor: Actor,
  token: string,
  now = new Date(),
): Promise<Verdict<{ email: string }, 'gone' | 'taken'>> {
  const tokenHash = hashLinkSecret(token)
  const change = await database().emailChange.findUnique({ where: { tokenHash }, include: { user: true } })
  if (change === null || linkStateAt(change, now) !== 'open') return no('gone')
  const { id, email, userId, user } = change
  const keptSessionId = actor.kind === 'person' && actor.userId === userId ? actor.sessionId : null
  const told = { name: user.name, locale: isLanguage(user.locale) ? user.locale : defaultLanguage, newEmail: email }
  try {
    return await inTransaction(database(), async (tx) => {
      const made = { usedAt: now, oldEmail: user.email }
      const taken = await tx.emailChange.updateMany({ where: { id, usedAt: null }, data: made })
      if (taken.count === 0) return no('gone')
      await tx.user.update({ where: { id: userId }, data: { email, emailVerified: true } })
      await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })
      await tx.session.deleteMany({ where: { userId, ...(keptSessionId && { NOT: { id: keptSessionId } }) } })
      await tellAccountChange(tx, { ...told, email: user.email }, 'email_changed', now)
      await tellAccountChange(tx, { ...told, email }, 'email_changed', now)
      return yes({ email })
    })
  } catch (error) {
    if (isUniqueConflict(error)) return no('taken')
    throw error
  }
}
