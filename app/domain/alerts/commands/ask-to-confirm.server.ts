import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { pathIn } from '#app/platform/i18n/language'
import type { PendingOrder } from '../model'
import { packOrder } from '../pending-order.server'
import { confirmEnd } from '../rules'
import { hideName } from '../signed-text.server'
import { mayAskForLetter } from '../subscribers.server'

/** The same order within these minutes is one letter: a form sent twice, or a page loaded again. */
const sameLetterMs = 10 * 60_000

/**
 * Sends the letter whose link confirms an address and saves what was asked for with it. The answer is the same for an
 * address that is known. Says `too_many` above the limits of an hour.
 */
export async function askToConfirm(
  _actor: Actor,
  order: Omit<PendingOrder, 'until'>,
  clientAddress: string,
  now = new Date(),
): Promise<Verdict<null, 'too_many'>> {
  if (!(await mayAskForLetter(database(), order.email, clientAddress, now))) return no('too_many')
  const until = confirmEnd(now)
  const token = packOrder({ ...order, until: until.getTime() })
  const reason = hideName(JSON.stringify([order, Math.floor(now.getTime() / sameLetterMs)]))
  await inTransaction(database(), (tx) =>
    queueNotice(tx, {
      template: 'subscription_confirm',
      locale: order.locale,
      to: order.email,
      dedupeKey: `subscription_confirm:${reason}`,
      data: {
        title: order.ask?.title ?? null,
        link: pathIn(order.locale, `/subscription/confirm?${new URLSearchParams({ token })}`),
        expiresAt: until.toISOString(),
      },
    }),
  )
  return yes(null)
}
