import type { Language } from '#app/domain/kernel/localized'
import { writeLetter, type Stop } from '#app/domain/notices/letters'
import type { NoticeData, Notice, Template } from '#app/domain/notices/model'
import { envelopeAddress } from '#app/domain/notices/rules'
import type { Tx } from '#app/platform/db/client.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { translator } from '#app/platform/i18n/i18n.server'
import { sendJob } from '#app/platform/jobs/jobs.server'
import { mailer } from '#app/platform/mail/mailer.server'

export const sendMailJob = 'send-mail'

/** Queued when a letter about something will not arrive, for the room that knows what it is about. */
export const bounceJob = 'letter-bounced'
export type BouncedLetter = { id: string; about: string; toAddress: string }

export type NoticeOrder<T extends Template = Template> = {
  template: T
  locale: Language
  to: string
  /** The reason in one word, unique over all time: `inquiry_registered:<id>`. A second order with it does nothing. */
  dedupeKey: string
  data: NoticeData[T]
  /** What it is about, e.g. `case:2026-00318/1`: letters about one thing to one address are one conversation. */
  about?: string
  /** Path that ends letters of this kind, where they may be ended. */
  stop?: Stop
}

/**
 * Writes a letter into the outbox in the transaction of the write that causes it, with the job that sends it; held back
 * without a job when no SMTP is configured. False when the same letter was queued before. Throws for an address that
 * cannot stand in an envelope: it should never have been stored.
 */
export async function queueNotice<T extends Template>(tx: Tx, order: NoticeOrder<T>): Promise<boolean> {
  const toAddress = envelopeAddress(order.to)
  if (toAddress === null) throw new Error(`Not an address for the notice ${order.dedupeKey}`)
  const notice = { template: order.template, data: order.data } as unknown as Notice
  const letter = writeLetter(translator(order.locale), order.locale, publicOrigin(), notice, order.stop)
  const isSending = mailer() !== null
  const [message] = await tx.outboxMessage.createManyAndReturn({
    data: {
      dedupeKey: order.dedupeKey,
      template: order.template,
      locale: order.locale,
      toAddress,
      about: order.about ?? null,
      ...letter,
      status: isSending ? 'queued' : 'held',
    },
    skipDuplicates: true,
    select: { id: true },
  })
  if (message === undefined) return false
  if (isSending) await queueSending(tx, message.id)
  return true
}

/** Queues the sending of a message at once; what is not taken then comes again with the sweep of the outbox. */
export async function queueSending(tx: Tx, id: string): Promise<void> {
  await sendJob(tx, sendMailJob, { id }, { retryLimit: 0 })
}
