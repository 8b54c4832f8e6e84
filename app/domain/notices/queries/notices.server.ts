import type { Actor } from '#app/domain/accounts/model'
import { chooseText } from '#app/domain/kernel/localized'
import type { Page, PageRequest } from '#app/domain/kernel/page'
import { noticeEvents, rhythms, type NoticeEvent, type NoticeGroup, type Rhythm } from '#app/domain/notices/events'
import type { NoticeFacts, NoticeLine } from '#app/domain/notices/model'
import { sayNotice } from '#app/domain/notices/say-notice'
import { visibleNotices } from '#app/domain/notices/visible-to.server'
import { database } from '#app/platform/db/database.server'
import { makeFormat } from '#app/platform/i18n/format'
import { translator } from '#app/platform/i18n/i18n.server'
import { pathIn, type Language } from '#app/platform/i18n/language'

/** Beyond this the bell says "more than". */
export const mostCounted = 99

/** Unread notices of the person, at most `mostCounted` + 1; none for anybody else. */
export async function countUnread(actor: Actor): Promise<number> {
  if (actor.kind !== 'person') return 0
  const rows = await database().notice.findMany({
    where: { ...visibleNotices(actor), readAt: null },
    select: { id: true },
    take: mostCounted + 1,
  })
  return rows.length
}

/** What the person was told, newest first, in sentences of `language`; only what is unread when asked so. */
export async function listNotices(
  actor: Actor,
  { isUnreadOnly, language }: { isUnreadOnly: boolean; language: Language },
  request: PageRequest,
): Promise<Page<NoticeLine>> {
  const where = { AND: [visibleNotices(actor), isUnreadOnly ? { readAt: null } : {}] }
  const [total, rows] = await Promise.all([
    database().notice.count({ where }),
    database().notice.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: request.skip,
      take: request.size,
    }),
  ])
  const t = translator(language)
  const say = (text: NonNullable<NoticeFacts['site']>) => chooseText(text, language).text
  const words = { t, format: makeFormat(language, t), say, sayAll: () => '' }
  const items = rows.map((row): NoticeLine => {
    const event = row.event as NoticeEvent
    return {
      id: row.id,
      group: t(`notices.group.${noticeEvents[event].group}`),
      sentence: sayNotice(event, row.facts as NoticeFacts, words),
      href: pathIn(language, row.path),
      at: row.createdAt.toISOString(),
      isRead: row.readAt !== null,
    }
  })
  return { items, total, page: request.page, size: request.size }
}

/** What the person chose, group by group; a group without a choice is left out. */
export async function readRhythms(actor: Actor): Promise<Partial<Record<NoticeGroup, Rhythm>>> {
  if (actor.kind !== 'person') return {}
  const rows = await database().noticePreference.findMany({ where: { userId: actor.userId } })
  return Object.fromEntries(
    rows.map(({ group, rhythm }) => [group, rhythms.find((known) => known === rhythm) ?? 'at_once']),
  ) as Partial<Record<NoticeGroup, Rhythm>>
}
