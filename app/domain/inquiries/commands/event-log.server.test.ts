import { readEvent } from '#app/domain/inquiries/clock/schema'
import { appendEvent, lockPart } from '#app/domain/inquiries/commands/event-log.server'
import { projectPart } from '#app/domain/inquiries/rules'
import { localDateOfUtcMidnight } from '#app/domain/kernel/local-date'
import { readClockContext } from '#app/domain/inquiries/clock-context.server'
import type { NewEntry } from '#app/domain/inquiries/event-builders'
import { inTransaction } from '#app/platform/db/client.server'
import { anyLog } from '#tests/builders/inquiry-log'
import { addReference, addSite, registered } from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'

const { db } = await testDatabase()

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
})

it('keeps the row of a part equal to what its log says, whatever happens', async () => {
  const context = await readClockContext()
  const { number } = await registered()
  const { id: inquiryId } = await db.inquiry.findUniqueOrThrow({ where: { number } })
  const { id: organizationId } = await db.organization.findUniqueOrThrow({ where: { slug: 'spk-saryarka' } })
  let sequence = 1
  await fc.assert(
    fc.asyncProperty(anyLog, async (log) => {
      sequence += 1
      const { id } = await db.inquiryPart.create({
        data: {
          ...{ inquiryId, organizationId, sequence, state: 'unconfirmed', registeredAt: new Date() },
          ...{ routingReason: 'platform_desk', routingFacts: {} },
        },
      })
      for (const { at, type, sequence: _place, ...data } of log) {
        const entry = { type, side: 'system', data, notes: { by: 'Айдос' } } as NewEntry
        await inTransaction(db, async (tx) => appendEvent(tx, await lockPart(tx, { id }), entry, at, context))
        const row = await db.inquiryPart.findUniqueOrThrow({ where: { id }, include: { events: true } })
        expect({
          state: row.state,
          dueOn: row.dueOn && localDateOfUtcMidnight(row.dueOn),
          closedAt: row.closedAt,
        }).toEqual(projectPart(row.events.map(readEvent), context))
      }
    }),
    { numRuns: 12 },
  )
})

it('gives each event its own place when several are added at once', async () => {
  const context = await readClockContext()
  const { number } = await registered()
  const { id } = await db.inquiryPart.findFirstOrThrow({ where: { inquiry: { number } } })
  const at = new Date('2026-06-09T05:00:00Z')
  const note: NewEntry = { type: 'internal_note', side: 'body' }
  await Promise.all(
    Array.from({ length: 8 }, () =>
      inTransaction(db, async (tx) => appendEvent(tx, await lockPart(tx, { id }), note, at, context)),
    ),
  )
  const events = await db.inquiryEvent.findMany({ where: { partId: id }, orderBy: { sequence: 'asc' } })
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
})
