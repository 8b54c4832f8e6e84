import { localDateOfUtcMidnight } from '#app/domain/kernel/local-date'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { tell } from '#app/domain/notices/tell.server'
import { inTransaction, type Db, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { pathIn } from '#app/platform/i18n/language'
import { work } from '#app/platform/jobs/jobs.server'
import { casePath, makeCaseKey } from '../../case-key.server'
import { caseOf, circleOf, investorOf, ownCaseOf } from '../../commands/circle.server'
import { languageOf, lockPart, rowOf, type LockedPart } from '../../commands/event-log.server'
import type { ClockContext } from '../../clock/model'
import { contextWith } from '../changed-context.server'
import type { Override } from '../model'
import { hasMoved, owedDays, type OwedDays } from '../rules'
import { StoredOverrideSchema } from '../schema'

export const recalculateJob = 'recalculate-due'

/** Parts of one transaction. */
const batch = 50

/** Lets this process move due days after a change of the calendar. */
export async function startRecalculating(): Promise<void> {
  await work<{ id: string }>(recalculateJob, ({ id }) => recalculateDue(database(), id, new Date()))
}

type Moving = { id: string; date: string; after: Override | null; before: ClockContext; now: ClockContext }

/**
 * Brings the due days of all open cases in line with a change of the calendar, batch by batch, and tells investor and
 * officer of each case whose days moved. Run again after a crash it moves and tells nothing twice.
 */
export async function recalculateDue(db: Db, id: string, at: Date): Promise<void> {
  const change = await db.calendarChange.findUniqueOrThrow({ where: { id } })
  if (change.appliedAt !== null) return
  const date = localDateOfUtcMidnight(change.date)
  const was = StoredOverrideSchema.parse(change.before)
  // What is stored holds, also when a later change has come before this job.
  const after = await db.calendarOverride.findUnique({ where: { date: change.date } })
  const moving: Moving = {
    ...{ id, date, after },
    before: await contextWith(db, date, was?.isWorking ?? null),
    now: await contextWith(db, date, after?.isWorking ?? null),
  }
  let moved = 0
  for (let last: string | undefined; ;) {
    const rows = await db.inquiryPart.findMany({
      where: { closedAt: null },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: batch,
      ...(last === undefined ? {} : { cursor: { id: last }, skip: 1 }),
    })
    moved += await inTransaction(db, async (tx) => {
      let count = 0
      for (const row of rows) count += Number(await movePart(tx, row.id, moving, at))
      return count
    })
    last = rows.at(-1)?.id
    if (rows.length < batch) break
  }
  await db.calendarChange.update({ where: { id }, data: { appliedAt: at, moved } })
}

/** Whether the days of the part moved. */
async function movePart(tx: Tx, id: string, moving: Moving, at: Date): Promise<boolean> {
  const part = await lockPart(tx, { id })
  // Also where no due day moves: warnings and steps up are counted in working days before and after it.
  await tx.inquiryPart.update({ where: { id }, data: rowOf(part.events, moving.now, at) })
  const owed = owedDays(part.events, at, moving.now)
  if (!hasMoved(owedDays(part.events, at, moving.before), owed)) return false
  await tellInvestor(tx, part, owed, moving, at)
  await tellOfficers(tx, part, owed, moving, at)
  return true
}

async function tellInvestor(tx: Tx, part: LockedPart, owed: OwedDays, moving: Moving, at: Date): Promise<void> {
  const { inquiry } = part
  const locale = languageOf(inquiry)
  await queueNotice(tx, {
    template: 'due_moved',
    locale,
    to: inquiry.email,
    dedupeKey: `due_moved:${moving.id}:${part.id}`,
    data: {
      ...dataOf(part, owed, moving),
      name: inquiry.name,
      link: casePath(locale, inquiry.number ?? '', makeCaseKey(inquiry.submissionKey)),
    },
  })
  await tell(tx, {
    event: 'own_term_moved',
    circle: investorOf(inquiry),
    ...ownCaseOf(inquiry.number),
    dedupeKey: `due_moved:${moving.id}:${part.id}`,
    facts: factsOf(part, owed),
    now: at,
  })
}

async function tellOfficers(tx: Tx, part: LockedPart, owed: OwedDays, moving: Moving, at: Date): Promise<void> {
  const { about, path } = caseOf(part.inquiry.number, part.sequence)
  const data = dataOf(part, owed, moving)
  await tell(tx, {
    event: 'term_moved',
    circle: await circleOf(tx, part, at),
    ...{ about, path, now: at },
    dedupeKey: `due_moved:${moving.id}:${part.id}`,
    facts: factsOf(part, owed),
    letter: ({ name, locale }) => ({ template: 'due_moved', data: { ...data, name, link: pathIn(locale, path) } }),
  })
}

/** A sentence names one day: the one that the law sets, else the promised one. */
function factsOf({ inquiry }: LockedPart, { legal, promise }: OwedDays) {
  return { number: inquiry.number ?? '', title: inquiry.title, day: legal ?? promise ?? undefined }
}

function dataOf(part: LockedPart, owed: OwedDays, { date, after }: Moving) {
  return {
    number: part.inquiry.number ?? '',
    day: date,
    isWorking: after?.isWorking ?? null,
    reason: after?.reason ?? '',
    legalDueOn: owed.legal ?? undefined,
    promiseDueOn: owed.promise ?? undefined,
  }
}
