import type { Person, SystemActor } from '#app/domain/accounts/model'
import { readEvent } from '#app/domain/inquiries/clock/schema'
import { acceptPart } from '#app/domain/inquiries/commands/accept-part.server'
import { answerPart } from '#app/domain/inquiries/commands/answer-part.server'
import { watchTerms } from '#app/domain/inquiries/commands/watch-terms.server'
import { addOfficial, addReference, addSite, monday, registered } from '#tests/builders/inquiry-world'
import { addPerson } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const job: SystemActor = { kind: 'system', name: 'watch-terms' }

let officer: Person
let number: string

/** A moment in June 2026 in Kazakhstan; the inquiry arrives on Monday the 8th. */
const june = (day: number, time: string) => new Date(`2026-06-${String(day).padStart(2, '0')}T${time}:00+05:00`)

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
  await addOfficial(db, 'spk-saryarka', 'spk_head', 'Ерлан Омаров')
  await addOfficial(db, 'akimat-region-karaganda', 'akimat_head', 'Сауле Ким')
  await addPerson(db, { name: 'Админ', platformRole: 'admin' })
})

beforeEach(async () => {
  await db.inquiryPart.updateMany({ data: { wakeAt: null, searchText: '' } })
  ;({ number } = await registered({}, monday))
})

const part = () => db.inquiryPart.findFirstOrThrow({ where: { inquiry: { number } }, include: { events: true } })

async function said(): Promise<string[]> {
  const { events } = await part()
  return events
    .map(readEvent)
    .sort((left, right) => left.sequence - right.sequence)
    .flatMap((event) => {
      if (event.type === 'warned' || event.type === 'breached') return [`${event.type} ${event.clock}`]
      return event.type === 'escalated' ? [`${event.level} ${event.clock}`] : []
    })
}

async function told(step: string): Promise<string[]> {
  const { id } = await part()
  const letters = await db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `case_term:${id}:${step}:` } } })
  const users = await db.user.findMany({ where: { email: { in: letters.map(({ toAddress }) => toAddress) } } })
  return users.map(({ name }) => name).sort()
}

describe('the terms of a case', () => {
  it('are told step by step, each step once, to those concerned', async () => {
    for (const day of [9, 10, 11, 12, 15, 16, 17, 18, 19]) {
      for (const time of ['09:00', '14:00', '18:00']) await watchTerms(job, june(day, time))
    }
    expect(await said()).toEqual([
      'warned first_answer',
      'breached first_answer',
      'akimat first_answer',
      'platform first_answer',
    ])
    expect(await told('warned')).toEqual(['Айгерим Жумабаева'])
    expect(await told('breached')).toEqual(['Айгерим Жумабаева', 'Ерлан Омаров'])
    expect(await told('akimat')).toEqual(['Сауле Ким'])
    expect(await told('platform')).toEqual(['Админ'])
  })

  it('are left alone at night, on days off and over holidays: it is said when the office opens', async () => {
    expect(await watchTerms(job, june(10, '18:31'))).toBe(0)
    expect(await watchTerms(job, june(13, '11:00'))).toBe(0)
    expect(await watchTerms(job, june(11, '08:59'))).toBe(0)
    expect(await watchTerms(job, june(11, '09:00'))).toBe(1)
    expect(await said()).toEqual(['breached first_answer'])
  })

  it('are told of a late answer as broken, and no further up', async () => {
    const ref = { number, part: 1 }
    await acceptPart(officer, ref, { form: randomUUID() }, june(10, '19:00'))
    await answerPart(officer, ref, { form: randomUUID(), text: 'Готовим ответ', isAnswer: false }, june(10, '20:00'))
    await watchTerms(job, june(11, '09:00'))
    expect(await said()).toEqual(['breached first_answer'])
    expect(await told('breached')).toEqual([])
    await watchTerms(job, june(19, '09:00'))
    expect(await said()).toEqual(['breached first_answer'])
  })

  it('reach the stand-in of an officer who is absent', async () => {
    const standIn = await addOfficial(db, 'spk-saryarka', 'spk_officer', 'Нурлан Касымов')
    await db.officerAbsence.create({
      data: {
        ...{ organizationId: (await part()).organizationId, userId: officer.userId, standInId: standIn.userId },
        ...{ firstDay: new Date('2026-06-10'), lastDay: new Date('2026-06-10'), createdById: officer.userId },
        submissionKey: randomUUID(),
      },
    })
    await db.inquiryPart.updateMany({ where: { inquiry: { number } }, data: { assigneeId: officer.userId } })
    await watchTerms(job, june(10, '14:00'))
    expect(await told('warned')).toEqual(['Нурлан Касымов'])
  })
})

describe('however the job runs', () => {
  it('several nodes at once say each step once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => watchTerms(job, june(19, '10:00'))))
    expect(await said()).toEqual(['breached first_answer', 'akimat first_answer', 'platform first_answer'])
    const { events } = await part()
    expect(new Set(events.map(({ sequence }) => sequence)).size).toBe(events.length)
    expect(await told('platform')).toEqual(['Админ'])
  })

  it('a crash between event and letter leaves neither, and the next round says both', async () => {
    await db.$executeRaw`
      CREATE FUNCTION break_letters() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the node dies here'; END $$`
    await db.$executeRaw`
      CREATE TRIGGER break_letters BEFORE INSERT ON "OutboxMessage" FOR EACH ROW EXECUTE FUNCTION break_letters()`
    expect(await watchTerms(job, june(11, '10:00'))).toBe(0)
    await db.$executeRaw`DROP TRIGGER break_letters ON "OutboxMessage"`
    await db.$executeRaw`DROP FUNCTION break_letters()`
    expect(await said()).toEqual([])
    expect(await told('breached')).toEqual([])
    await watchTerms(job, june(11, '10:01'))
    expect(await said()).toEqual(['breached first_answer'])
    expect((await told('breached')).length).toBeGreaterThan(0)
  })

  it('the log itself refuses to say a step twice', async () => {
    await watchTerms(job, june(11, '10:00'))
    const { id, events } = await part()
    const said = events.filter(({ type }) => type === 'breached')
    expect(said).toHaveLength(1)
    const data = { ...{ partId: id, sequence: 99, type: 'breached', at: june(12, '10:00') }, actorKind: 'system' }
    const twice = { ...data, onceKey: said[0]?.onceKey }
    await expect(db.inquiryEvent.create({ data: twice })).rejects.toThrow('Unique constraint')
  })

  it('a part whose columns were never written is written', async () => {
    await db.inquiryPart.updateMany({
      where: { inquiry: { number } },
      data: { searchText: null, warnsAt: null, wakeAt: new Date(0) },
    })
    await watchTerms(job, june(8, '23:00'))
    const { searchText, warnsAt } = await part()
    expect(searchText).toContain('blk 0042')
    expect(warnsAt).toEqual(june(10, '13:45'))
  })
})
