import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { tellAccountChange } from '#app/domain/notices/tell-account.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { defaultLanguage, isLanguage } from '#app/platform/i18n/language'

/**
 * Takes the second factor from a person who has lost it: they are signed out everywhere, sign in with the password and,
 * if they act for a body, set up another. A letter tells them. Says `own` to who would do it to themselves and `gone`
 * when there is none.
 */
export async function removeSecondFactor(
  actor: Actor,
  userId: string,
  now = new Date(),
): Promise<Verdict<null, 'own' | 'gone'>> {
  if (!may(actor, 'account.unlock')) return no('gone')
  if (actor.kind === 'person' && actor.userId === userId) return no('own')
  return inTransaction(database(), async (tx) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } })
    if (count === 0) return no('gone')
    await tx.session.deleteMany({ where: { userId } })
    const { email, name, locale } = await tx.user.findUniqueOrThrow({ where: { id: userId } })
    const language = isLanguage(locale) ? locale : defaultLanguage
    await tellAccountChange(tx, { email, name, locale: language }, 'factor_removed', now)
    return yes(null)
  })
}
