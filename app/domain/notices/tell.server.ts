import { notBanned } from '#app/domain/accounts/visible-to.server'
import type { Language } from '#app/domain/kernel/localized'
import {
  chooseReaders,
  chooseRhythm,
  noticeEvents,
  rhythms,
  type Circle,
  type NoticeEvent,
  type Rhythm,
} from '#app/domain/notices/events'
import type { Notice, NoticeFacts } from '#app/domain/notices/model'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { bundleMs } from '#app/domain/notices/rules'
import { stopPath } from '#app/domain/notices/stop-key.server'
import type { Tx } from '#app/platform/db/client.server'
import { noteChange } from '#app/platform/live/changes.server'
import { defaultLanguage, isLanguage, pathIn } from '#app/platform/i18n/language'

/** A person who is told, in the language of their letters. */
export type Reader = { id: string; name: string; email: string; locale: Language }

export type Telling = {
  event: NoticeEvent
  circle: Circle
  /** Who caused it: the one person who need not be told. */
  actorId?: string | null
  /** The thing it is about: `case:2026-00318/1`, `site:BLQ-0042`. What is told of one thing in a short time is one letter. */
  about: string
  /** Page of it, without the language: `/spk/inquiries/2026-00318/1`. */
  path: string
  /** The reason in one word, unique over all time: nobody is told of it twice. */
  dedupeKey: string
  facts: NoticeFacts
  now: Date
  /** A letter that says more than the sentence of the event. */
  letter?: (reader: Reader) => Notice
}

/**
 * Tells people what happened, in the transaction in which it happened: a notice under the bell for each reader of
 * `noticeEvents`, and its letter as they chose to get it. Gives the number of those who were told; whoever may not come
 * in any more, and whoever was told before, is left out.
 */
export async function tell(tx: Tx, telling: Telling): Promise<number> {
  const { event, now } = telling
  const ids = chooseReaders(event, telling.circle, telling.actorId ?? null)
  if (ids.length === 0) return 0
  const { group } = noticeEvents[event]
  const people = await tx.user.findMany({
    where: { AND: [{ id: { in: ids } }, notBanned(now)] },
    select: { id: true, name: true, email: true, locale: true, rhythms: { where: { group } } },
    orderBy: { id: 'asc' },
  })
  const told: Reader[] = []
  for (const { rhythms: chosen, locale, ...person } of people) {
    const reader = { ...person, locale: isLanguage(locale) ? locale : defaultLanguage }
    const wanted = rhythms.find((rhythm) => rhythm === chosen[0]?.rhythm) ?? null
    if (await tellOne(tx, telling, reader, chooseRhythm(event, wanted))) told.push(reader)
  }
  await noteChange(
    tx,
    told.map(({ id }) => `person:${id}` as const),
  )
  return told.length
}

async function tellOne(tx: Tx, telling: Telling, reader: Reader, rhythm: Rhythm): Promise<boolean> {
  const { event, about, path, dedupeKey, facts, now } = telling
  const letterAt = rhythm === 'at_once' ? await findBundle(tx, telling, reader) : null
  const isNow = rhythm === 'at_once' && letterAt === null
  const [notice] = await tx.notice.createManyAndReturn({
    data: {
      ...{ userId: reader.id, event, about, path, facts, dedupeKey, createdAt: now, letterAt },
      letter: rhythm === 'bell' ? 'none' : letterAt === null ? rhythm : 'bundle',
      letteredAt: isNow ? now : null,
    },
    skipDuplicates: true,
    select: { id: true },
  })
  if (notice === undefined) return false
  if (isNow) await writeNow(tx, telling, reader)
  return true
}

/** When the next letter about the thing may go out; null when that is now. */
async function findBundle(tx: Tx, { event, about, now }: Telling, reader: Reader): Promise<Date | null> {
  if (noticeEvents[event].mailing === 'always') return null
  const last = await tx.notice.findFirst({
    where: { userId: reader.id, about, letteredAt: { gt: new Date(now.getTime() - bundleMs) } },
    orderBy: { letteredAt: 'desc' },
    select: { letteredAt: true },
  })
  return last?.letteredAt ? new Date(last.letteredAt.getTime() + bundleMs) : null
}

async function writeNow(tx: Tx, telling: Telling, reader: Reader): Promise<void> {
  const { event, facts, about, path, dedupeKey } = telling
  const { group, mailing } = noticeEvents[event]
  const link = pathIn(reader.locale, path)
  const plain: Notice = { template: 'notice', data: { name: reader.name, event, facts, link } }
  await queueNotice(tx, {
    ...(telling.letter?.(reader) ?? plain),
    locale: reader.locale,
    to: reader.email,
    dedupeKey: `${dedupeKey}:${reader.id}`,
    about,
    stop: mailing === 'wanted' ? { group, path: stopPath(reader, group) } : undefined,
  })
}
