import type { Person } from '#app/domain/accounts/model'
import type { Language } from '#app/domain/kernel/localized'
import { database } from '#app/platform/db/database.server'

/** Sets the language in which the person gets mail. */
export async function setLocale(actor: Person, locale: Language): Promise<void> {
  await database().user.update({ where: { id: actor.userId }, data: { locale } })
}
