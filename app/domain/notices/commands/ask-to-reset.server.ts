import type { Actor } from '#app/domain/accounts/model'
import { resetHours } from '#app/domain/accounts/rules'
import type { ResetInput } from '#app/domain/accounts/schema'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { hide, mayAskForLetter } from '#app/domain/notices/letter-limits.server'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { isLanguage, pathIn, type Language } from '#app/platform/i18n/language'
import { makeLinkSecret } from '#app/platform/secrets/link-secret.server'

const hourMs = 3_600_000

/**
 * Sends the letter whose link leads to a new password. The answer is the same for an address that has no account: its
 * letter says so. Demo people count as none, since everybody can read their letters. The same form sent twice is one
 * letter. Says `too_many` above the limits of an hour.
 */
export async function askToReset(
  _actor: Actor,
  { form, email }: ResetInput,
  { client, language }: { client: string; language: Language },
  now = new Date(),
): Promise<Verdict<null, 'too_many'>> {
  const db = database()
  const dedupeKey = `password_reset:${hide(`${form} ${email}`)}`
  if ((await db.outboxMessage.count({ where: { dedupeKey } })) > 0) return yes(null)
  if (!(await mayAskForLetter(db, 'reset', { email, client }, now))) return no('too_many')
  await inTransaction(db, (tx) => order(tx, { email, language, dedupeKey }, now))
  return yes(null)
}

type Order = { email: string; language: Language; dedupeKey: string }

async function order(tx: Tx, { email, language, dedupeKey }: Order, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + resetHours * hourMs)
  const user = await tx.user.findFirst({ where: { email, isDemo: false } })
  const locale = isLanguage(user?.locale) ? user.locale : language
  const { secret, hash } = makeLinkSecret()
  const isNew = await queueNotice(tx, {
    template: user === null ? 'password_reset_unknown' : 'password_reset',
    locale,
    to: email,
    dedupeKey,
    data: {
      name: user?.name ?? null,
      link: pathIn(
        locale,
        user === null ? '/sign-in' : `/reset-password/confirm?${new URLSearchParams({ token: secret })}`,
      ),
      expiresAt: expiresAt.toISOString(),
    },
  })
  if (!isNew) return
  if (user !== null) await tx.passwordReset.create({ data: { userId: user.id, tokenHash: hash, expiresAt } })
}
