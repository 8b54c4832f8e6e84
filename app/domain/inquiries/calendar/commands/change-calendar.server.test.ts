import { visitor } from '#app/domain/accounts/model'
import { changeCalendar, undoCalendarChange } from '#app/domain/inquiries/calendar/commands/change-calendar.server'
import { recalculateDue } from '#app/domain/inquiries/calendar/commands/recalculate-due.server'
import { listCalendarChanges, readCalendarYear } from '#app/domain/inquiries/calendar/queries/calendar-year.server'
import { previewChange } from '#app/domain/inquiries/calendar/queries/preview-change.server'
import { localDateOfUtcMidnight, toLocalDate } from '#app/domain/kernel/local-date'
import { addOfficial, addReference, addSite, codeOf, monday, registered } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

beforeEach(async () => {
  await emptyTables(db)
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
})

const admin = async (platformRole: 'admin' | 'auditor' = 'admin') =>
  signedIn(db, (await addPerson(db, { platformRole })).id)

/** The Tuesday after the Monday of the builders: within both terms of an inquiry of that day. */
const date = toLocalDate('2026-06-09')
const off = { date, after: { isWorking: false, reason: 'перенос', source: 'постановление № 9' } }

const dueOf = async () => (await db.inquiryPart.findFirstOrThrow()).dueOn
const runJobs = async () => {
  const changes = await db.calendarChange.findMany({ where: { appliedAt: null }, orderBy: { id: 'asc' } })
  for (const { id } of changes) await recalculateDue(db, id, monday)
}
const letters = () => db.outboxMessage.findMany({ where: { template: 'due_moved' } })

describe('a day off within the term', () => {
  it('is counted before it is saved, then moves the due day and tells both sides once', async () => {
    const actor = await admin()
    const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    await registered()
    expect(await dueOf()).toEqual(new Date('2026-06-10'))
    expect(await previewChange(actor, { date, isWorking: false }, monday)).toEqual({ open: 1, moved: 1 })
    expect(await previewChange(actor, { date: toLocalDate('2026-09-01'), isWorking: false }, monday)).toEqual({
      open: 1,
      moved: 0,
    })

    expect(await changeCalendar(actor, randomUUID(), off)).toMatchObject({ ok: true })
    await runJobs()
    expect(await dueOf()).toEqual(new Date('2026-06-11'))
    const told = await letters()
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('30')
    const rings = await db.notice.findMany({ where: { userId: officer.userId }, orderBy: { event: 'asc' } })
    expect(rings.map(({ event }) => event)).toEqual(['case_new', 'term_moved'])
    // The job comes again after a crash that lost only its last line.
    await db.calendarChange.updateMany({ data: { appliedAt: null } })
    await runJobs()
    expect(await letters()).toHaveLength(1)
    expect(await db.notice.count()).toBe(2)
    expect(await listCalendarChanges(actor)).toMatchObject([{ date, moved: 1, canUndo: true }])
  })

  it('is undone, and the due day comes back', async () => {
    const actor = await admin()
    await registered()
    await changeCalendar(actor, randomUUID(), off)
    await runJobs()
    const [change] = await listCalendarChanges(actor)
    expect(await undoCalendarChange(actor, randomUUID(), change?.id ?? '')).toMatchObject({ ok: true })
    await runJobs()
    expect(localDateOfUtcMidnight((await dueOf()) ?? monday)).toBe('2026-06-10')
    expect(await db.calendarOverride.count()).toBe(0)
    expect(codeOf(await undoCalendarChange(actor, randomUUID(), change?.id ?? ''))).toBe('superseded')
  })
})

describe('the year', () => {
  it('shows overrides with their reason, and says what is not official', async () => {
    const actor = await admin()
    await changeCalendar(actor, randomUUID(), off)
    const year = await readCalendarYear(actor, 2026)
    const day = year.months.flatMap(({ weeks }) => weeks.flat()).find((one) => one?.date === date)
    expect(day).toMatchObject({ isWorking: false, override: { reason: 'перенос' } })
    expect((await readCalendarYear(actor, 2027)).source?.confidence).toBe('low')
    expect((await readCalendarYear(actor, 2028)).source).toBe(null)
  })

  it('takes the same form once, refuses what is so already, and is changed by admins only', async () => {
    const actor = await admin()
    const form = randomUUID()
    await changeCalendar(actor, form, off)
    expect(await changeCalendar(actor, form, off)).toMatchObject({ ok: true })
    expect(codeOf(await changeCalendar(actor, randomUUID(), off))).toBe('unchanged')
    expect(await db.calendarChange.count()).toBe(1)
    await expect(changeCalendar(await admin('auditor'), form, off)).rejects.toMatchObject({ status: 404 })
    await expect(readCalendarYear(visitor, 2026)).rejects.toMatchObject({ status: 404 })
  })
})
