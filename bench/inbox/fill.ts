import { pointsDue } from '#app/domain/inquiries/clock/points'
import {
  arrivalLog,
  entryOfPoint,
  nextEntry,
  rowOfEntry,
  type LogEntry,
  type NewEntry,
} from '#app/domain/inquiries/event-builders'
import { usualTerms, type ClockContext } from '#app/domain/inquiries/clock/model'
import { rowOf } from '#app/domain/inquiries/commands/event-log.server'
import { searchTextOf } from '#app/domain/inquiries/search-text'
import { localDateOfUtcMidnight } from '#app/domain/kernel/local-date'
import { makeCalendar, usualOfficeHours } from '#app/domain/kernel/working-calendar'
import type { Db } from '#app/platform/db/client.server'
import { createRandom } from '#seeds/builders/random'
import { randomUUID } from 'node:crypto'

const dayMs = 86_400_000
const batch = 500

const titles = ['Переработка шерсти', 'Теплица', 'Дата-центр', 'Литейный участок', 'Қонақүй', 'Cold store', 'Склад']
const people = ['Ержан Сатпаев', 'Айгүл Мұратова', 'Jan de Vries', 'Виктор Ли', 'Олег Соколов', 'Анна Вебер']

/**
 * Cases of one body, half of them the officer's, with logs of eight to thirty events over the last year, one in five
 * closed, written as the product writes them.
 */
export async function fillInbox(db: Db, slug: string, email: string, cases: number, now = new Date()): Promise<void> {
  const body = await db.organization.findUniqueOrThrow({ where: { slug } })
  const officer = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true, name: true } })
  const sites = await db.site.findMany({ select: { id: true, number: true }, take: 200 })
  const days = await db.calendarDay.findMany({ select: { date: true, kind: true } })
  const calendar = makeCalendar(days.map(({ date, kind }) => ({ date: localDateOfUtcMidnight(date), kind })))
  const context: ClockContext = { calendar, hours: usualOfficeHours, terms: usualTerms }
  const name = { kk: body.nameKk, ru: body.nameRu, en: body.nameEn }
  const random = createRandom('inbox')
  // The clocks of a log take their time: each of these is told of many cases.
  const patterns = Array.from({ length: batch }, () => {
    const arrivedAt = new Date(now.getTime() - random.whole(1, 360) * dayMs)
    const log = tellCase(random, { arrivedAt, now, body: { id: body.id, name }, officer })
    // The terms were watched, as they are every minute.
    const eventsOf = () => log.map(({ event }) => event)
    for (const point of pointsDue(eventsOf(), now, context)) log.push(nextEntry(eventsOf(), entryOfPoint(point), now))
    return { arrivedAt, log, columns: rowOf(eventsOf(), context, now) }
  })
  for (let start = 0; start < cases; start += batch) {
    const made = Array.from({ length: Math.min(batch, cases - start) }, (_, index) => {
      const site = sites[random.whole(0, sites.length - 1)] ?? { id: '', number: '' }
      const inquiry = {
        ...{ id: randomUUID(), number: `2019-${String(start + index + 1).padStart(5, '0')}` },
        ...{
          title: `${random.pick(titles)} ${start + index}`,
          name: random.pick(people),
          organizationName: null,
          bin: null,
        },
      }
      return { id: randomUUID(), inquiry, ...random.pick(patterns), site, isMine: random.chance(0.5) }
    })
    await db.inquiry.createMany({
      data: made.map(({ inquiry, arrivedAt }) => ({
        ...inquiry,
        ...{
          submissionKey: randomUUID(),
          secretHash: randomUUID(),
          email: 'bench@example.kz',
          locale: 'ru',
          text: 'x',
        },
        ...{ consentText: 'bench', consentedAt: arrivedAt, submittedAt: arrivedAt, confirmedAt: arrivedAt },
        confirmExpiresAt: arrivedAt,
      })),
    })
    await db.inquiryPart.createMany({
      data: made.map(({ id, inquiry, columns, arrivedAt, site, isMine }) => ({
        ...{ id, inquiryId: inquiry.id, sequence: 1, organizationId: body.id, registeredAt: arrivedAt },
        ...{ assigneeId: isMine ? officer.id : null, assignedAt: isMine ? arrivedAt : null },
        ...{ routingReason: 'platform_desk', routingFacts: {}, searchText: searchTextOf(inquiry, [site.number]) },
        ...columns,
      })),
    })
    await db.inquiryEvent.createMany({
      data: made.flatMap(({ id, log }) => log.map((entry) => ({ ...rowOfEntry(entry), partId: id }))),
    })
    await db.inquirySite.createMany({
      data: made.map(({ id, inquiry, site }) => ({ inquiryId: inquiry.id, siteId: site.id, partId: id })),
    })
  }
}

type Random = ReturnType<typeof createRandom>
type Telling = {
  arrivedAt: Date
  now: Date
  body: { id: string; name: { kk: string; ru: string; en: string } }
  officer: { id: string; name: string }
}

function tellCase(random: Random, { arrivedAt, now, body, officer }: Telling): LogEntry[] {
  const log = arrivalLog({ submittedAt: arrivedAt, confirmedAt: arrivedAt, body })
  const mine = { side: 'body', actorId: officer.id, notes: { by: officer.name } } as const
  const add = (entry: NewEntry, at: number) =>
    log.push(
      nextEntry(
        log.map(({ event }) => event),
        entry,
        new Date(Math.min(at, now.getTime())),
      ),
    )
  let at = arrivedAt.getTime() + random.whole(1, 60) * 3_600_000
  add({ type: 'accepted', ...mine }, at)
  for (let turn = random.whole(3, 25); turn > 0; turn -= 1) {
    at += random.whole(1, 40) * 3_600_000
    const isBody = random.chance(0.5)
    if (isBody) add({ type: 'message_from_body', ...mine, data: { isAnswer: random.chance(0.3) } }, at)
    else add({ type: 'message_from_investor', side: 'investor', notes: { by: 'Ержан' } }, at)
  }
  if (random.chance(0.2)) add({ type: 'closed_no_fit', ...mine }, at)
  return log
}
