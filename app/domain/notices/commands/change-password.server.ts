import { countAttempt, forgiveAttempt } from '#app/domain/accounts/attempts.server'
import type { Person } from '#app/domain/accounts/model'
import { weaknessOf, type WeakPassword } from '#app/domain/accounts/rules'
import type { Client } from '#app/domain/accounts/session.server'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { setPassword } from '#app/domain/notices/set-password.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { pathIn } from '#app/platform/i18n/language'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { randomUUID } from 'node:crypto'

type Refusal = 'wrong_password' | 'too_many_attempts' | 'demo' | WeakPassword

/**
 * Gives the person another password and signs them out everywhere but here; a letter tells them. Says `wrong_password`
 * for the old one, which is counted like a sign-in, `demo` for people whose password is public, and what is wrong with a
 * new one that is too weak.
 */
export async function changePassword(
  person: Person,
  input: { current: string; password: string },
  client: Client,
  now = new Date(),
): Promise<Verdict<null, Refusal>> {
  const db = database()
  const attempt = { account: person.email, address: client.address }
  const seconds = await countAttempt(db, attempt, now)
  if (seconds !== null) return no('too_many_attempts', { seconds })
  const account = await db.account.findFirst({
    where: { userId: person.userId, providerId: 'credential' },
    select: { password: true, user: { select: { isDemo: true } } },
  })
  const hash = account?.password ?? null
  if (hash === null || !(await verifyPassword({ hash, password: input.current }))) return no('wrong_password')
  await forgiveAttempt(db, attempt)
  if (account?.user.isDemo) return no('demo')
  const weakness = weaknessOf(input.password, person)
  if (weakness !== null) return no(weakness)
  const password = await hashPassword(input.password)
  await inTransaction(db, async (tx) => {
    await setPassword(tx, person.userId, { password, keptSessionId: person.sessionId }, now)
    await queueNotice(tx, {
      template: 'password_changed',
      locale: person.locale,
      to: person.email,
      dedupeKey: `password_changed:${randomUUID()}`,
      data: { name: person.name, at: now.toISOString(), link: pathIn(person.locale, '/reset-password') },
    })
  })
  return yes(null)
}
