import type { Actor } from '#app/domain/accounts/model'
import { localDateOf, utcMidnightOf } from '#app/domain/kernel/local-date'
import type { Page, PageRequest } from '#app/domain/kernel/page'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { readClockContext } from '../clock-context.server'
import { readClocks } from '../clock/rules'
import { stateOf } from '../clock/workflow'
import type { InboxCounts, InboxLine } from '../model'
import { findDue } from '../rules'
import type { InboxFilter, InboxTab } from '../schema'
import { visibleParts } from '../visible-to.server'
import { eventsOf } from './part-view.server'
import { readNames } from './people-names.server'

const lineInclude = {
  inquiry: true,
  events: { orderBy: { sequence: 'asc' } },
  sites: { select: { site: { select: { number: true } } }, orderBy: { site: { number: 'asc' } } },
} as const satisfies Prisma.InquiryPartInclude

/** Cases of the actor's body by what is due first, those that wait for the investor last; closed ones newest first. */
export async function listInbox(
  actor: Actor,
  filter: { view: InboxTab; q: string },
  page: PageRequest,
  now = new Date(),
): Promise<Page<InboxLine>> {
  const where: Prisma.InquiryPartWhereInput = {
    AND: [visibleParts(actor), ofTab(actor, filter.view), matching(filter)],
  }
  const [total, rows, context] = await Promise.all([
    database().inquiryPart.count({ where }),
    database().inquiryPart.findMany({
      where,
      include: lineInclude,
      orderBy:
        filter.view === 'closed'
          ? [{ closedAt: 'desc' }, { id: 'desc' }]
          : [{ dueOn: { sort: 'asc', nulls: 'last' } }, { registeredAt: 'asc' }, { id: 'asc' }],
      skip: page.skip,
      take: page.size,
    }),
    readClockContext(),
  ])
  const names = await readNames(rows.map(({ assigneeId }) => assigneeId))
  const items = rows.map((row): InboxLine => {
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
      isMine: actor.kind === 'person' && row.assigneeId === actor.userId,
      isDemo: row.inquiry.isDemo,
    }
  })
  return { items, total, page: page.page, size: page.size }
}

/** How many cases each tab of the inbox holds, whatever is searched for. */
export async function countInbox(actor: Actor): Promise<InboxCounts> {
  const count = (view: InboxTab) =>
    database().inquiryPart.count({ where: { AND: [visibleParts(actor), ofTab(actor, view)] } })
  const [mine, desk, closed] = await Promise.all([count('mine'), count('desk'), count('closed')])
  return { mine, desk, closed }
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

function ofTab(actor: Actor, view: InboxTab): Prisma.InquiryPartWhereInput {
  if (view === 'closed') return { closedAt: { not: null } }
  if (view === 'desk') return { closedAt: null }
  return { closedAt: null, assigneeId: { in: actor.kind === 'person' ? [actor.userId] : [] } }
}

function matching({ q }: Pick<InboxFilter, 'q'>): Prisma.InquiryPartWhereInput {
  if (q === '') return {}
  const contains = { contains: q, mode: 'insensitive' } as const
  return {
    OR: [
      {
        inquiry: {
          OR: [{ number: contains }, { title: contains }, { name: contains }, { organizationName: contains }],
        },
      },
      { sites: { some: { site: { number: contains } } } },
    ],
  }
}
