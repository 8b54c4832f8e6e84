import type { AccountChange } from '#app/domain/notices/model'
import { queueNotice } from '#app/domain/notices/outbox.server'
import type { Tx } from '#app/platform/db/client.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { randomUUID } from 'node:crypto'

/** `email` is where the letter goes; `newEmail` what the account is to be reached by from now on. */
type Told = { email: string; name: string; locale: Language; newEmail?: string }

/** Tells a person by letter that the way into their account has changed: who had not done it shall know at once. */
export async function tellAccountChange(tx: Tx, to: Told, what: AccountChange, now: Date): Promise<void> {
  const { email, name, locale, newEmail } = to
  await queueNotice(tx, {
    template: 'account_changed',
    locale,
    to: email,
    dedupeKey: `account_changed:${randomUUID()}`,
    data: {
      ...{ name, what, at: now.toISOString(), link: pathIn(locale, '/reset-password') },
      ...(newEmail === undefined ? {} : { newEmail }),
    },
  })
}
