import type { MemberRole } from '#app/domain/accounts/model'
import { permissions, type Action } from '#app/domain/accounts/policy'
import type { CaseNews } from '#app/domain/notices/model'
import { queueNotice } from '#app/domain/notices/outbox.server'
import type { Tx } from '#app/platform/db/client.server'
import { isLanguage } from '#app/platform/i18n/language'
import type { LockedPart } from './event-log.server'

/** What happened to a case, for the letter to those of its body. */
type News = { what: CaseNews; by: string; text?: string; until?: string; startsAt?: string }

/** Tells who has the case; where nobody does, everybody of the body who may answer. */
export async function tellHandling(tx: Tx, part: LockedPart, news: News): Promise<void> {
  if (part.assigneeId !== null) return tellPerson(tx, part, part.assigneeId, news)
  await tellAll(tx, part, await membersWith(tx, part, 'inquiry.answer'), news)
}

/** Tells those of the body who decide on extensions. */
export async function tellHeads(tx: Tx, part: LockedPart, news: News): Promise<void> {
  await tellAll(tx, part, await membersWith(tx, part, 'inquiry.extend'), news)
}

/** Tells one official. */
export async function tellPerson(tx: Tx, part: LockedPart, userId: string | null, news: News): Promise<void> {
  if (userId === null) return
  const people = await tx.user.findMany({ where: { id: userId }, select: person })
  await tellAll(tx, part, people, news)
}

const person = { id: true, name: true, email: true, locale: true } as const
type Reader = { id: string; name: string; email: string; locale: string | null }

async function membersWith(tx: Tx, part: LockedPart, action: Action): Promise<Reader[]> {
  const role = { in: Object.keys(permissions[action]) as MemberRole[] }
  const members = await tx.member.findMany({
    where: { organizationId: part.organizationId, role },
    select: { user: { select: person } },
  })
  return members.map(({ user }) => user)
}

async function tellAll(tx: Tx, part: LockedPart, people: readonly Reader[], news: News): Promise<void> {
  const number = part.inquiry.number ?? ''
  for (const { id, name, email, locale: own } of people) {
    const locale = isLanguage(own) ? own : 'kk'
    await queueNotice(tx, {
      template: 'case_news',
      locale,
      to: email,
      dedupeKey: `case_news:${part.id}:${part.events.length}:${id}`,
      data: {
        name,
        number,
        title: part.inquiry.title,
        ...news,
        link: `/${locale}/spk/inquiries/${number}/${part.sequence}`,
      },
    })
  }
}
