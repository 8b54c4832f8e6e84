import type { Actor } from '#app/domain/accounts/model'
import { linkStateAt, weaknessOf, type WeakPassword } from '#app/domain/accounts/rules'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, isUniqueConflict } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import { hashPassword } from '#app/platform/secrets/password.server'

class TakenError extends Error {}

/**
 * Makes the account that was asked for, once: whoever opens the link of its letter has the mailbox, so the address
 * counts as proven, and the password is chosen only now. Says `gone` for a link that is used, expired or none, `known`
 * when the address has got an account meanwhile, and what is wrong with a password that is too weak.
 */
export async function makeAccount(
  _actor: Actor,
  token: string,
  input: { password: string },
  now = new Date(),
): Promise<Verdict<{ email: string }, 'gone' | 'known' | WeakPassword>> {
  const signUp = await database().signUp.findUnique({ where: { tokenHash: hashLinkSecret(token) } })
  if (signUp === null || linkStateAt(signUp, now) !== 'open') return no('gone')
  const { id, email, name, locale, consentText, consentedAt, consentLocale } = signUp
  const consent = { consentText, consentedAt, consentLocale }
  const weakness = weaknessOf(input.password, { email, name })
  if (weakness !== null) return no(weakness)
  const password = await hashPassword(input.password)
  try {
    await inTransaction(database(), async (tx) => {
      const taken = await tx.signUp.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } })
      if (taken.count === 0) throw new TakenError()
      const user = await tx.user.create({
        data: { name, email, emailVerified: true, locale, ...consent },
        select: { id: true },
      })
      await tx.account.create({ data: { userId: user.id, accountId: user.id, providerId: 'credential', password } })
    })
  } catch (error) {
    if (error instanceof TakenError) return no('gone')
    if (isUniqueConflict(error)) return no('known')
    throw error
  }
  return yes({ email })
}
