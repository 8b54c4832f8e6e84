import type { Actor } from '#app/domain/accounts/model'
import { membershipsFor } from '#app/domain/accounts/policy'
import { localDateOf, localDateOfUtcMidnight, utcMidnightOf } from '#app/domain/kernel/local-date'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { isAbsentOn } from '../absences/rules'
import { readClockContext } from '../clock-context.server'
import { noLoad, type AbsenceView, type Load, type Team } from '../team'
import { visibleParts } from '../visible-to.server'
import { listColleagues } from './colleagues.server'
import { lineSelect, ofClock, viewLines } from './inbox.server'

/** Late cases that the page of the head shows; the others are a link away. */
const shownLate = 10

/** The bodies that the actor heads, at `now`. */
export async function readTeam(actor: Actor, now = new Date()): Promise<Team> {
  const [loads, people, late, extensions, absences] = await Promise.all([
    readLoads(actor, now),
    listColleagues(actor, 'inquiry.assign', now),
    listLate(actor, now),
    listExtensions(actor, now),
    listAbsences(actor, now),
  ])
  const all = [...loads.values()]
  return {
    total: {
      open: sum(all.map(({ open }) => open)),
      soon: sum(all.map(({ soon }) => soon)),
      late: sum(all.map((load) => load.late)),
    },
    unassigned: loads.get(null)?.open ?? 0,
    people: people.map((person) => ({ ...person, load: loads.get(person.userId) ?? noLoad })),
    late,
    extensions,
    absences,
  }
}

/** Open cases by who has them; null is the desk. */
async function readLoads(actor: Actor, now: Date): Promise<Map<string | null, Load>> {
  const own = visibleParts(actor, 'inquiry.assign')
  const count = (where: Prisma.InquiryPartWhereInput) =>
    database().inquiryPart.groupBy({
      by: ['assigneeId'],
      where: { AND: [own, { closedAt: null }, where] },
      _count: { _all: true },
    })
  const [open, soon, late] = await Promise.all([count({}), count(ofClock('soon', now)), count(ofClock('late', now))])
  const loads = new Map<string | null, Load>()
  for (const [key, rows] of Object.entries({ open, soon, late })) {
    for (const { assigneeId, _count } of rows) {
      loads.set(assigneeId, { ...(loads.get(assigneeId) ?? noLoad), [key]: _count._all })
    }
  }
  return loads
}

async function listLate(actor: Actor, now: Date) {
  const rows = await database().inquiryPart.findMany({
    where: { AND: [visibleParts(actor, 'inquiry.assign'), ofClock('late', now)] },
    select: lineSelect,
    orderBy: [{ breachesAt: 'asc' }, { id: 'asc' }],
    take: shownLate,
  })
  return viewLines(actor, rows, now, await readClockContext())
}

async function listExtensions(actor: Actor, now: Date): Promise<Team['extensions']> {
  const rows = await database().inquiryPart.findMany({
    where: { AND: [visibleParts(actor, 'inquiry.assign'), { closedAt: null, extensionUntil: { not: null } }] },
    select: { ...lineSelect, extensionUntil: true },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: 50,
  })
  const lines = await viewLines(actor, rows, now, await readClockContext())
  return lines.flatMap((line, index) => {
    const until = rows[index]?.extensionUntil
    return until ? [{ line, until: localDateOfUtcMidnight(until) }] : []
  })
}

/** Absences that are not over, the next one first. */
async function listAbsences(actor: Actor, now: Date): Promise<AbsenceView[]> {
  const organizationIds = membershipsFor(actor, 'inquiry.assign').map(({ organizationId }) => organizationId)
  const today = localDateOf(now)
  const rows = await database().officerAbsence.findMany({
    where: { organizationId: { in: organizationIds }, canceledAt: null, lastDay: { gte: utcMidnightOf(today) } },
    include: { user: { select: { name: true } }, standIn: { select: { name: true } } },
    orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
    take: 100,
  })
  return rows.map((row) => {
    const days = { firstDay: localDateOfUtcMidnight(row.firstDay), lastDay: localDateOfUtcMidnight(row.lastDay) }
    return {
      ...{ id: row.id, userId: row.userId, name: row.user.name, ...days, reason: row.reason },
      ...{ standIn: row.standIn?.name ?? null, isNow: isAbsentOn(days, today) },
    }
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
