import type { Actor } from '#app/domain/accounts/model'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { casePath, makeCaseKey } from '../case-key.server'
import { findDuplicate } from '../find-duplicate.server'
import type { SubmitInput } from '../schema'
import { languageOf } from './event-log.server'

const hourMs = 3_600_000

/**
 * Sends the link of the inquiry that this one repeats to its address, at most once an hour; nothing when it repeats
 * none. Whoever asks learns nothing from it.
 */
export async function resendCaseLink(
  _actor: Actor,
  input: Pick<SubmitInput, 'email' | 'title' | 'text' | 'site'>,
  now = new Date(),
): Promise<void> {
  const sites = await database().site.findMany({ where: { number: { in: input.site } }, select: { id: true } })
  const found = await findDuplicate(database(), { ...input, siteIds: sites.map(({ id }) => id) }, now)
  if (found === null || found.number === null) return
  const { id, number, email, name, title, submissionKey } = found
  const locale = languageOf(found)
  await inTransaction(database(), (tx) =>
    queueNotice(tx, {
      template: 'inquiry_link',
      locale,
      to: email,
      dedupeKey: `inquiry_link:${id}:${Math.floor(now.getTime() / hourMs)}`,
      data: { name, number, title, link: casePath(locale, number, makeCaseKey(submissionKey)) },
    }),
  )
}
