import type { Person } from '#app/domain/accounts/model'
import { readEvent } from '#app/domain/inquiries/clock/schema'
import { wholeTab } from '#app/domain/inquiries/inbox-filter'
import { countInbox, listInbox } from '#app/domain/inquiries/queries/inbox.server'
import { listVisits } from '#app/domain/inquiries/queries/visits.server'
import { listOwnInquiries } from '#app/domain/inquiries/queries/own-inquiries.server'
import { openAttachment } from '#app/domain/inquiries/queries/open-attachment.server'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import { medianFirstAnswer } from '#app/domain/inquiries/queries/median-first-answer.server'
import { readClockContext } from '#app/domain/inquiries/clock-context.server'
import { projectPart } from '#app/domain/inquiries/rules'
import { localDateOfUtcMidnight } from '#app/domain/kernel/local-date'
import { inTransaction } from '#app/platform/db/client.server'
import { diskStorage } from '#app/platform/storage/disk-storage.server'
import { inquiriesPart } from '#seeds/demo/inquiries'
import { runSeeds } from '#seeds/main'
import { readReference } from '#seeds/reference/reference-data'
import { signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const { db } = await testDatabase()
const dataDir = await mkdtemp(join(tmpdir(), 'alan-seeds-'))

let officer: Person

beforeAll(async () => {
  await runSeeds({
    db,
    demo: true,
    storage: diskStorage(join(dataDir, 'files')),
    now: new Date('2026-11-24T07:00:00Z'),
  })
  officer = await signedIn(db, (await db.user.findUniqueOrThrow({ where: { email: 'officer@saryarka.demo' } })).id)
})
afterAll(() => rm(dataDir, { recursive: true }))

async function loadAt(now: Date): Promise<void> {
  await db.inquiryAttachment.deleteMany()
  await db.akimatRequest.deleteMany()
  await db.inquirySite.deleteMany()
  await db.inquiryMessage.deleteMany()
  await db.inquiryEvent.deleteMany()
  await db.visit.deleteMany()
  await db.inquiryOutcome.deleteMany()
  await db.inquiryPart.deleteMany()
  await db.inquiry.deleteMany()
  const context = { now, storage: diskStorage(dataDir), reference: readReference() }
  await inTransaction(db, (tx) => inquiriesPart.write(tx, null, context))
}

const everything = { page: 1, size: 100, skip: 0 }

it('fills the desk of SPK Saryarka with every kind of clock', async () => {
  const now = new Date('2026-11-24T07:00:00Z')
  const open = await listInbox(officer, wholeTab('desk'), everything, now)
  expect(open.items.map(({ title, due }) => [title, due.ring, due.daysLeft])).toEqual([
    ['Литейный участок и склад', 'breached', -2],
    ['Переработка шерсти, 20 рабочих мест', 'running', 0],
    ['Дата-центр, 2 МВт', 'warn', 2],
    ['Greenhouse complex, 3 ha', 'running', 2],
    ['Цех металлоконструкций в Балхаше или Кентау', 'running', 2],
    ['Сборка электрощитов', 'running', 2],
    ['Қонақүй және қайық жалдау', 'paused', 0],
  ])
  const closed = await listInbox(officer, wholeTab('closed'), everything, now)
  expect(closed.items.map(({ state }) => state)).toEqual(['contracted', 'declined'])
  expect(await countInbox(officer)).toEqual({ mine: 6, desk: 7, closed: 2 })
  const { agreed } = await listVisits(officer, now)
  expect(agreed.map(({ title, isMine }) => [title, isMine])).toEqual([['Қонақүй және қайық жалдау', true]])
  expect(await db.inquiryPart.count({ where: { extensionUntil: { not: null } } })).toBe(1)
  expect(await db.inquiryOutcome.findMany()).toMatchObject([{ contractNumber: '14', jobs: 18 }])
  expect((await medianFirstAnswer(officer)).cases).toBeGreaterThan(5)
})

it('gives the investor of the demo an inquiry with two parts, a brief and a paper', async () => {
  const person = await signedIn(db, (await db.user.findUniqueOrThrow({ where: { email: 'investor@company.demo' } })).id)
  const { lines, offered } = await listOwnInquiries(person)
  expect(lines.map(({ part, parts }) => [part, parts])).toEqual([
    [1, 2],
    [2, 2],
  ])
  expect(offered).toEqual([])
  const found = await readInvestorCase(person, { number: lines[0]?.number ?? '', key: null })
  expect(found.brief).not.toBeNull()
  const [file] = found.parts.flatMap(({ talk }) => talk.flatMap(({ files }) => files))
  expect((await openAttachment(person, { id: file?.id ?? '', key: null }))?.fileName).toBe('Схема размещения.pdf')
})

it.each([
  ['a Sunday morning', '2026-11-22T03:00:00Z'],
  ['before the office opens', '2026-11-24T00:10:00Z'],
  ['a working evening', '2026-11-24T15:30:00Z'],
  ['the days off of Nauryz', '2026-03-23T07:00:00Z'],
  ['the first working day of a year', '2027-01-05T05:00:00Z'],
])('knows nothing of the future and agrees with its own logs when loaded on %s', async (_, moment) => {
  const now = new Date(moment)
  await loadAt(now)
  const context = await readClockContext()
  const parts = await db.inquiryPart.findMany({ include: { events: { orderBy: { sequence: 'asc' } }, inquiry: true } })
  expect(parts.length).toBeGreaterThanOrEqual(15)
  for (const { events, inquiry, ...part } of parts) {
    expect(inquiry.isDemo).toBe(true)
    expect(Math.max(...events.map(({ at }) => at.getTime()))).toBeLessThanOrEqual(now.getTime())
    const { state, dueOn, closedAt } = part
    expect({ state, dueOn: dueOn && localDateOfUtcMidnight(dueOn), closedAt }).toEqual(
      projectPart(events.map(readEvent), context),
    )
  }
  const rings = (await listInbox(officer, wholeTab('desk'), everything, now)).items.map(({ due }) => due.ring)
  expect(rings).toEqual(expect.arrayContaining(['breached', 'warn', 'running', 'paused']))
})
