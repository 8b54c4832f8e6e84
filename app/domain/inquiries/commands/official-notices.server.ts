import type { NoticeEvent } from '#app/domain/notices/events'
import type { CaseNews } from '#app/domain/notices/model'
import { tell } from '#app/domain/notices/tell.server'
import type { Tx } from '#app/platform/db/client.server'
import { pathIn } from '#app/platform/i18n/language'
import { caseOf, circleOf } from './circle.server'
import type { LockedPart } from './event-log.server'

/** What happened to a case: `by` did it, the official `actorId` or somebody outside; `askedById` had asked for it. */
type News = {
  what: CaseNews
  by: string
  actorId?: string
  askedById?: string | null
  text?: string
  until?: string
  startsAt?: string
}

const eventOf = {
  visit_accepted: 'visit_accepted',
  visit_times_asked: 'visit_declined',
  deficiency_fixed: 'investor_completed',
  reopened: 'case_reopened',
  extension_asked: 'extension_asked',
  extension_refused: 'extension_refused',
  extended: 'extension_granted',
} as const satisfies Record<CaseNews, NoticeEvent>

/** Tells those of the body whom it concerns what happened to their case, after its event was appended. */
export async function tellNews(tx: Tx, part: LockedPart, news: News, now: Date): Promise<void> {
  const { actorId, askedById, ...said } = news
  const { what, by, until, startsAt } = said
  const { title } = part.inquiry
  const number = part.inquiry.number ?? ''
  const { about, path } = caseOf(number, part.sequence)
  await tell(tx, {
    event: eventOf[what],
    circle: { ...(await circleOf(tx, part, now)), named: askedById ? [askedById] : [] },
    actorId,
    ...{ about, path, now },
    dedupeKey: `case_news:${part.id}:${part.events.length}`,
    facts: { number, title, by, day: until, at: startsAt },
    letter: ({ name, locale }) => ({
      template: 'case_news',
      data: { name, number, title, ...said, link: pathIn(locale, path) },
    }),
  })
}
