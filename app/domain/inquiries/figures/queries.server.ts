import type { Actor } from '#app/domain/accounts/model'
import { may, mayAny } from '#app/domain/accounts/policy'
import { localDateOf, startOfDay, toLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { readNames } from '../queries/people-names.server'
import { visibleParts } from '../visible-to.server'
import { readClockContext } from '../clock-context.server'
import type { InquiryEvent } from '../clock/model'
import { readEvent } from '../clock/schema'
import { countFigures, factsOf, figuresBy, monthOf, type CountedPart, type PartFacts } from './rules'
import type { FiguresView } from './view'

/** Months that the figures cover, this one included. */
export const figureMonths = 12

/**
 * Figures of the cases that were registered in the last twelve months: of the whole body for its head and the ministry,
 * of the own cases for an officer. They follow from the columns that repeat the logs.
 */
export async function readFigures(actor: Actor, now = new Date()): Promise<FiguresView> {
  const since = firstOfMonths(localDateOf(now), figureMonths)
  const seesAll = may(actor, 'inquiry.assign') || mayAny(actor, 'inquiry.read')
  const own = seesAll ? {} : { assigneeId: actor.kind === 'person' ? actor.userId : null }
  const action = mayAny(actor, 'inquiry.read') || !seesAll ? 'inquiry.read' : 'inquiry.assign'
  const where = { AND: [visibleParts(actor, action), own, { registeredAt: { gte: startOfDay(since) } }] }
  const parts = await listCounted(where, now)
  const names = await readNames(parts.map(({ assigneeId }) => assigneeId))
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const months = figuresBy(parts, ({ month }) => month).map(({ key, figures }) => ({ month: key, figures }))
  const people = figuresBy(parts, ({ assigneeId }) => nameOf(assigneeId))
  const rows = figuresBy(parts, ({ month, assigneeId }) => `${month}/${assigneeId ?? ''}`).map(({ key, figures }) => {
    const [month = '', id = ''] = key.split('/')
    return { month, name: nameOf(id === '' ? null : id), figures }
  })
  return {
    since,
    whole: countFigures(parts),
    byMonth: months.sort((left, right) => (left.month < right.month ? 1 : -1)),
    byPerson: seesAll ? people.map(({ key, figures }) => ({ name: key, figures })).sort(byName) : null,
    rows: rows.sort((left, right) =>
      left.month === right.month ? byName(left, right) : left.month < right.month ? 1 : -1,
    ),
  }
}

/** The parts that figures are made of. */
export async function listCounted(where: Prisma.InquiryPartWhereInput, now: Date): Promise<CountedPart[]> {
  const rows = await database().inquiryPart.findMany({
    where,
    select: {
      ...{
        id: true,
        assigneeId: true,
        state: true,
        closedAt: true,
        registeredAt: true,
        breachesAt: true,
        wakeAt: true,
      },
      ...{ answerDays: true, isPromiseKept: true, isLawKept: true, breaches: true },
      outcome: { select: { jobs: true, investmentKzt: true } },
      rating: { select: { stars: true } },
    },
  })
  const isLate = ({ closedAt, breachesAt }: (typeof rows)[number]) =>
    closedAt === null && breachesAt !== null && breachesAt < now
  // What the job has looked at since stands in the columns.
  const isBehind = (row: (typeof rows)[number]) => isLate(row) && row.wakeAt !== null && row.wakeAt <= now
  const lateFacts = await readFacts(
    rows.filter(isBehind).map(({ id }) => id),
    now,
  )
  return rows.map((row) => ({
    ...(lateFacts.get(row.id) ?? storedFacts(row)),
    month: monthOf(localDateOf(row.registeredAt)),
    assigneeId: row.assigneeId,
    isOpen: row.closedAt === null,
    isLate: isLate(row),
    isContracted: row.state === 'contracted',
    jobs: row.outcome?.jobs ?? null,
    investmentKzt: numberOf(row.outcome?.investmentKzt),
    stars: row.rating?.stars ?? null,
  }))
}

function storedFacts({ answerDays, isPromiseKept, isLawKept, breaches }: PartFacts): PartFacts {
  return { answerDays, isPromiseKept, isLawKept, breaches }
}

/**
 * The facts of late parts as their clocks give them at `now`: a breach is stored when the office opens next, and until
 * then the columns would deny what the list of late cases says.
 */
async function readFacts(ids: readonly string[], now: Date): Promise<ReadonlyMap<string, PartFacts>> {
  if (ids.length === 0) return new Map()
  const context = await readClockContext(now)
  const events = await database().inquiryEvent.findMany({
    where: { partId: { in: [...ids] } },
    orderBy: { sequence: 'asc' },
  })
  const logs = new Map(ids.map((id): [string, InquiryEvent[]] => [id, []]))
  for (const event of events) logs.get(event.partId)?.push(readEvent(event))
  return new Map([...logs].map(([id, log]) => [id, factsOf(log, now, context)]))
}

function numberOf(value: bigint | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value)
}

/** First day of the month that began `months - 1` months ago. */
function firstOfMonths(today: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return toLocalDate(new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10))
}

function byName(left: { name: string | null }, right: { name: string | null }): number {
  if (left.name === null || right.name === null) return left.name === right.name ? 0 : left.name === null ? 1 : -1
  return left.name.localeCompare(right.name, 'ru')
}
