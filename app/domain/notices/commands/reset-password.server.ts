import type { Actor } from '#app/domain/accounts/model'
import { linkStateAt, weaknessOf, type WeakPassword } from '#app/domain/accounts/rules'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { setPassword } from '#app/domain/notices/set-password.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { defaultLanguage, isLanguage, pathIn } from '#app/platform/i18n/language'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import { hashPassword } from '#app/platform/secrets/password.server'

/**
 * Gives the person of the link a new password, once, and ends all of their sessions and other links; a letter tells them.
 * Says `gone` for a link that is used, expired or none, and what is wrong with a password that is too weak.
 */
export async function resetPassword(
  _actor: Actor,
  token: string,
  input: { password: string },
  now = new Date(),
): Promise<Verdict<{ email: string }, 'gone' | WeakPassword>> {
  const tokenHash = hashLinkSecret(token)
  const reset = await database().passwordReset.findUnique({ where: { tokenHash }, include: { user: true } })
  if (reset === null || linkStateAt(reset, now) !== 'open') return no('gone')
  const { user } = reset
  const weakness = weaknessOf(input.password, user)
  if (weakness !== null) return no(weakness)
  const password = await hashPassword(input.password)
  const isTaken = await inTransaction(database(), async (tx) => {
    const taken = await tx.passwordReset.updateMany({ where: { id: reset.id, usedAt: null }, data: { usedAt: now } })
    if (taken.count === 0) return false
    await setPassword(tx, user.id, { password, keptSessionId: null }, now)
    // The letter has proven the address.
    await tx.user.update({ where: { id: user.id }, data: { emailVerified: true } })
    const locale = isLanguage(user.locale) ? user.locale : defaultLanguage
    await queueNotice(tx, {
      template: 'password_changed',
      locale,
      to: user.email,
      dedupeKey: `password_changed:${reset.id}`,
      data: { name: user.name, at: now.toISOString(), link: pathIn(locale, '/reset-password') },
    })
    return true
  })
  return isTaken ? yes({ email: user.email }) : no('gone')
}
