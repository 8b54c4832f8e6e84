import type { Person } from '#app/domain/accounts/model'
import { contextWith } from '#app/domain/inquiries/calendar/changed-context.server'
import { recalculateDue } from '#app/domain/inquiries/calendar/commands/recalculate-due.server'
import { readClockContext } from '#app/domain/inquiries/clock-context.server'
import type { ClockContext, InquiryEvent } from '#app/domain/inquiries/clock/model'
import { readEvent } from '#app/domain/inquiries/clock/schema'
import { appendEvent, lockPart, rowOf } from '#app/domain/inquiries/commands/event-log.server'
import { watchTerms } from '#app/domain/inquiries/commands/watch-terms.server'
import type { NewEntry } from '#app/domain/inquiries/event-builders'
import { inboxTabs, wholeTab, type InboxQuery } from '#app/domain/inquiries/inbox-filter'
import { countInbox, listInbox } from '#app/domain/inquiries/queries/inbox.server'
import { addDays, localDateOf, startOfDay, utcMidnightOf } from '#app/domain/kernel/local-date'
import { nextWorkingDay } from '#app/domain/kernel/working-calendar'
import { inTransaction } from '#app/platform/db/client.server'
import { anyLog } from '#tests/builders/inquiry-log'
import { addOfficial, addReference, addSite, monday, registered } from '#tests/builders/inquiry-world'
import { emptyTables, testDatabase } from '#tests/setup/database'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const hourMs = 3_600_000
let officer: Person

beforeEach(async () => {
  await emptyTables(db)
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
})

/** A part of the officer's body with the events of the log after its arrival, written as commands write them. */
async function addPart(log: readonly InquiryEvent[]): Promise<string> {
  const { number } = await registered({}, log[0]?.at)
  const { id } = await db.inquiryPart.findFirstOrThrow({ where: { inquiry: { number } } })
  const context = await readClockContext()
  await inTransaction(db, async (tx) => {
    const part = await lockPart(tx, { id })
    for (const { at, type, ...data } of log.slice(1)) {
      const named = 'clock' in data ? { ...data, startedBy: data.sequence } : data
      await appendEvent(tx, part, { type, side: 'system', data: named } as unknown as NewEntry, at, context)
    }
  })
  return id
}

/** What the row of a part says, and what its log says as of `asOf` or, without it, of its last event. */
async function readBoth(id: string, context: ClockContext, asOf?: Date) {
  const row = await db.inquiryPart.findUniqueOrThrow({
    where: { id },
    include: { events: { orderBy: { sequence: 'asc' } } },
  })
  const told = rowOf(row.events.map(readEvent), context, asOf)
  const stored = Object.fromEntries(Object.keys(told).map((key) => [key, row[key as keyof typeof row]]))
  return { stored, told, lastAt: row.events.at(-1)?.at ?? monday, wakeAt: row.wakeAt }
}

describe('the row of a part', () => {
  it('says what the log says: after each command, after a round of the job, after a change of the calendar', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.integer({ min: 0, max: 40 }), async (log, days) => {
        const id = await addPart(log)
        const context = await readClockContext()
        const written = await readBoth(id, context)
        expect(written.stored).toEqual(written.told)

        const day = nextWorkingDay(context.calendar, addDays(localDateOf(written.lastAt), days))
        const now = startOfDay(day, 11 * 60)
        await watchTerms({ kind: 'system', name: 'test' }, now)
        const isLookedAfter = written.wakeAt !== null && written.wakeAt <= now
        const watched = await readBoth(id, context, isLookedAfter ? now : undefined)
        expect(watched.stored).toEqual(watched.told)

        const date = addDays(day, 1)
        const override = { date: utcMidnightOf(date), isWorking: !context.calendar.isWorkingDay(date) }
        await db.calendarOverride.create({ data: { ...override, reason: 'перенос', source: '№ 9' } })
        const change = await db.calendarChange.create({ data: { form: randomUUID(), date: override.date } })
        await recalculateDue(db, change.id, now)
        const moved = await readBoth(id, await contextWith(db, date, override.isWorking), now)
        if (moved.stored.closedAt === null) expect(moved.stored).toEqual(moved.told)

        await db.calendarOverride.deleteMany()
        await db.inquiryPart.updateMany({ data: { closedAt: now, wakeAt: null } })
      }),
      { numRuns: 10 },
    )
  })
})

describe('the inbox', () => {
  /** The log with its last event at that moment. */
  const endingAt = (log: readonly InquiryEvent[], at: Date) => {
    const shift = at.getTime() - (log.at(-1)?.at.getTime() ?? 0)
    return log.map((event) => ({ ...event, at: new Date(event.at.getTime() + shift) }))
  }
  const list = (query: Partial<InboxQuery>, now?: Date) =>
    listInbox(officer, { ...wholeTab('desk'), ...query }, { page: 1, size: 100, skip: 0 }, now)

  it('counts what it lists, and finds by the term what the ring of the line shows', async () => {
    const logs = fc.sample(anyLog, { numRuns: 12, seed: 7 })
    for (const [index, log] of logs.entries()) {
      await addPart(endingAt(log, new Date(monday.getTime() - index * 5 * hourMs)))
    }
    const waiting: InquiryEvent[] = [
      { sequence: 1, at: monday, type: 'submitted' },
      { sequence: 2, at: monday, type: 'accepted' },
      { sequence: 3, at: monday, type: 'marked_deficient', fixBy: addDays(localDateOf(monday), 10) },
    ]
    await addPart(waiting)
    await db.inquiryPart.updateMany({
      where: { inquiry: { number: { endsWith: '3' } } },
      data: { assigneeId: null },
    })

    const counts = await countInbox(officer)
    for (const view of inboxTabs) expect((await list({ view })).total).toBe(counts[view])

    const seen = new Set<string>()
    for (const hours of [0, 3, 26, 53, 24 * 9, 24 * 12, 24 * 17]) {
      const now = new Date(monday.getTime() + hours * hourMs)
      const lines = (await list({}, now)).items
      const numbers = (ring: string) => lines.filter(({ due }) => due.ring === ring).map(({ number }) => number)
      const found = async (clock: InboxQuery['clock']) => (await list({ clock }, now)).items.map(({ number }) => number)
      expect((await found('late')).sort()).toEqual(numbers('breached').sort())
      expect((await found('waiting')).sort()).toEqual(numbers('paused').sort())
      expect(await found('soon')).toEqual(expect.arrayContaining(numbers('warn')))
      for (const { due } of lines) seen.add(due.ring)
    }
    expect([...seen].sort()).toEqual(['breached', 'paused', 'running', 'warn'])
  })
})
