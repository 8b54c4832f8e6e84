import { countAttempt, forgiveAttempt } from '#app/domain/accounts/attempts.server'
import type { Person } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { database } from '#app/platform/db/database.server'
import { verifyPassword } from '#app/platform/secrets/password.server'

/**
 * Whether the signed-in person knows their password of today. Failures are counted with those at the sign-in. Says `demo`
 * for people whose password is public: they prove nothing with it.
 */
export async function checkPassword(
  person: Person,
  password: string,
  address: string,
  now = new Date(),
): Promise<Verdict<null, 'wrong_password' | 'too_many_attempts' | 'demo'>> {
  const db = database()
  const attempt = { account: person.email, address }
  const seconds = await countAttempt(db, attempt, now)
  if (seconds !== null) return no('too_many_attempts', { seconds })
  const account = await db.account.findFirst({
    where: { userId: person.userId, providerId: 'credential' },
    select: { password: true, user: { select: { isDemo: true } } },
  })
  const hash = account?.password ?? null
  if (hash === null || !(await verifyPassword({ hash, password }))) return no('wrong_password')
  await forgiveAttempt(db, attempt)
  return account?.user.isDemo ? no('demo') : yes(null)
}
