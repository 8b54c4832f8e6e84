import type { Person } from '#app/domain/accounts/model'
import { checkPassword } from '#app/domain/accounts/queries/check-password.server'
import { weaknessOf, type WeakPassword } from '#app/domain/accounts/rules'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { setPassword } from '#app/domain/notices/set-password.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { pathIn } from '#app/platform/i18n/language'
import { hashPassword } from '#app/platform/secrets/password.server'
import { randomUUID } from 'node:crypto'

type Refusal = 'wrong_password' | 'too_many_attempts' | 'demo' | WeakPassword

/**
 * Gives the person another password and signs them out everywhere but here; a letter tells them. Says no as
 * `checkPassword` does, and what is wrong with a new one that is too weak. `address` is where the request comes from.
 */
export async function changePassword(
  person: Person,
  input: { current: string; password: string },
  address: string,
  now = new Date(),
): Promise<Verdict<null, Refusal>> {
  const known = await checkPassword(person, input.current, address, now)
  if (!known.ok) return known
  const weakness = weaknessOf(input.password, person)
  if (weakness !== null) return no(weakness)
  const password = await hashPassword(input.password)
  await inTransaction(database(), async (tx) => {
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
