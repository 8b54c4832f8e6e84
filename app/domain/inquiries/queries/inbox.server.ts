import type { Actor } from '#app/domain/accounts/model'
import { localDateOf, utcMidnightOf } from '#app/domain/kernel/local-date'
import type { Page, PageRequest } from '#app/domain/kernel/page'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { readClockContext } from '../clock-context.server'
import type { ClockContext } from '../clock/model'
import { readClocks } from '../clock/rules'
import { stateOf } from '../clock/workflow'
import { nobody, type InboxQuery, type InboxTab } from '../inbox-filter'
import type { InboxCounts, InboxLine } from '../model'
import { findDue } from '../rules'
import { searchWords } from '../search-text'
import { visibleParts } from '../visible-to.server'
import { eventsOf } from './part-view.server'
import { readNames } from './people-names.server'

export const lineSelect = {
  sequence: true,
  assigneeId: true,
  inquiry: { select: { number: true, title: true, name: true, organizationName: true, isDemo: true } },
  events: { orderBy: { sequence: 'asc' } },
  _count: { select: { akimatRequests: { where: { state: 'open' } } } },
  sites: { select: { site: { select: { number: true } } }, orderBy: { site: { number: 'asc' } } },
} as const satisfies Prisma.InquiryPartSelect

type LineRow = Prisma.InquiryPartGetPayload<{ select: typeof lineSelect }>

/** Cases of the actor's body by what is due first, those that wait for the investor last; closed ones newest first. */
export async function listInbox(
  actor: Actor,
  query: InboxQuery,
  page: PageRequest,
  now = new Date(),
): Promise<Page<InboxLine>> {
  const where = matchingParts(actor, query, now)
  const [total, rows, context] = await Promise.all([
    database().inquiryPart.count({ where }),
    database().inquiryPart.findMany({
      where,
      select: lineSelect,
      orderBy:
        query.view === 'closed'
          ? [{ closedAt: 'desc' }, { id: 'desc' }]
          : [{ dueOn: { sort: 'asc', nulls: 'last' } }, { registeredAt: 'asc' }, { id: 'asc' }],
      skip: page.skip,
      take: page.size,
    }),
    readClockContext(),
  ])
  return { items: await viewLines(actor, rows, now, context), total, page: page.page, size: page.size }
}

/** Parts as the lines of a list, in their order. */
export async function viewLines(
  actor: Actor,
  rows: readonly LineRow[],
  now: Date,
  context: ClockContext,
): Promise<InboxLine[]> {
  const names = await readNames(rows.map(({ assigneeId }) => assigneeId))
  return rows.map((row): InboxLine => {
    const events = eventsOf(row)
    return {
      number: row.inquiry.number ?? '',
      part: row.sequence,
      title: row.inquiry.title,
      from: row.inquiry.organizationName ?? row.inquiry.name,
      sites: row.sites.map(({ site }) => site.number),
      state: stateOf(events),
      due: findDue(readClocks(events, now, context)),
      assignee: row.assigneeId === null ? null : (names.get(row.assigneeId) ?? null),
      assigneeId: row.assigneeId,
      isMine: actor.kind === 'person' && row.assigneeId === actor.userId,
      isAkimatAsked: row._count.akimatRequests > 0,
      isDemo: row.inquiry.isDemo,
    }
  })
}

/** How many cases each tab of the inbox holds, whatever is searched for. */
export async function countInbox(actor: Actor): Promise<InboxCounts> {
  const [open, closed] = await Promise.all([
    database().inquiryPart.groupBy({
      by: ['assigneeId'],
      where: { AND: [visibleParts(actor), ofTab(actor, 'desk')] },
      _count: { _all: true },
    }),
    database().inquiryPart.count({ where: { AND: [visibleParts(actor), ofTab(actor, 'closed')] } }),
  ])
  const sum = (groups: typeof open) => groups.reduce((total, { _count }) => total + _count._all, 0)
  const own = open.filter(({ assigneeId }) => actor.kind === 'person' && assigneeId === actor.userId)
  return { mine: sum(own), desk: sum(open), closed }
}

/** Open cases of the actor's body, and those of them that are due today or late. */
export async function readDesk(actor: Actor, now = new Date()): Promise<{ open: number; dueToday: number }> {
  const open = [visibleParts(actor), { closedAt: null }]
  const today = utcMidnightOf(localDateOf(now))
  const [all, dueToday] = await Promise.all([
    database().inquiryPart.count({ where: { AND: open } }),
    database().inquiryPart.count({ where: { AND: [...open, { dueOn: { lte: today } }] } }),
  ])
  return { open: all, dueToday }
}

/** The parts that a list holds. */
function matchingParts(actor: Actor, query: InboxQuery, now: Date): Prisma.InquiryPartWhereInput {
  const { state, who, lang } = query
  return {
    AND: [
      visibleParts(actor),
      ofTab(actor, query.view),
      state === null ? {} : { state },
      who === null ? {} : { assigneeId: who === nobody ? null : who },
      lang === null ? {} : { inquiry: { locale: lang } },
      ofClock(query.clock, now),
      ...searchWords(query.q).map((word) => ({ searchText: { contains: word } })),
    ],
  }
}

/** Open parts with a term that is over, that is nearly over, or that wait for the investor. */
export function ofClock(clock: InboxQuery['clock'], now: Date): Prisma.InquiryPartWhereInput {
  switch (clock) {
    case 'late':
      return { closedAt: null, breachesAt: { lt: now } }
    case 'soon':
      return { closedAt: null, warnsAt: { lte: now }, breachesAt: { gte: now } }
    case 'waiting':
      return { closedAt: null, OR: [{ breachesAt: null }, { runsFrom: { gt: now } }] }
    case null:
      return {}
  }
}

function ofTab(actor: Actor, view: InboxTab): Prisma.InquiryPartWhereInput {
  if (view === 'closed') return { closedAt: { not: null } }
  if (view === 'desk') return { closedAt: null }
  return { closedAt: null, assigneeId: { in: actor.kind === 'person' ? [actor.userId] : [] } }
}
