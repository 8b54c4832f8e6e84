import { visitor, type Person } from '#app/domain/accounts/model'
import { acceptVisit, askOtherTimes } from '#app/domain/inquiries/commands/answer-visit.server'
import { cancelVisit, proposeVisit } from '#app/domain/inquiries/commands/propose-visit.server'
import { redirectPart } from '#app/domain/inquiries/commands/redirect-part.server'
import { takeStep } from '#app/domain/inquiries/commands/take-step.server'
import type { PartRef } from '#app/domain/inquiries/model'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import { listVisits, readBodyVisitFile, readInvestorVisitFile } from '#app/domain/inquiries/queries/visits.server'
import {
  addOfficial,
  addReference,
  addSite,
  codeOf,
  monday,
  openCase,
  thrownStatus,
  type OpenCase,
} from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const hour = 3_600_000
/** Hours after Monday morning. */
const at = (hours: number) => new Date(monday.getTime() + hours * hour)
const words = (text = 'В этот день не получится.') => ({ form: randomUUID(), text })

let officer: Person
let colleague: Person
let stranger: Person

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer', 'Айгерим Жумабаева')
  colleague = await addOfficial(db, 'spk-saryarka', 'spk_head', 'Нурлан Омаров')
  stranger = await addOfficial(db, 'spk-tobol', 'spk_officer', 'Сергей Ким')
})

const proposal = (...hours: number[]) => ({
  ...{ form: randomUUID(), times: hours.map(at), minutes: 60, text: null },
  ...{ place: 'Ворота цеха № 3', contact: 'Айгерим, +7 701 000 00 00' },
})

const visitOf = async ({ number }: PartRef) =>
  db.visit.findFirstOrThrow({ where: { part: { inquiry: { number } } }, orderBy: { createdAt: 'desc' } })

async function proposed(...hours: number[]): Promise<OpenCase & { id: string }> {
  const opened = await openCase()
  const verdict = await proposeVisit(officer, opened.ref, proposal(...hours), monday)
  if (!verdict.ok) throw new Error(verdict.code)
  return { ...opened, id: (await visitOf(opened.ref)).id }
}

const accept = ({ address, id }: { address: OpenCase['address']; id: string }, hours: number, now = monday) =>
  acceptVisit(visitor, address, { form: randomUUID(), part: 1, visit: id, time: at(hours) }, now)

describe('a visit', () => {
  it('is proposed at several times, agreed by the investor, and both get the same calendar entry', async () => {
    const visit = await proposed(100, 124, 148)
    const { ref, address, email, id } = visit
    const letter = await db.outboxMessage.findFirst({ where: { toAddress: email, text: { contains: 'Ворота' } } })
    expect(letter?.text).toContain('> - ')
    expect(await thrownStatus(readBodyVisitFile(officer, id, 'ru'))).toBe(404)
    expect((await Promise.all([accept(visit, 124), accept(visit, 124)])).map(codeOf)).toEqual([null, null])
    const page = await readInvestorCase(visitor, address, monday)
    expect(page.parts[0]).toMatchObject({
      state: 'visit',
      visits: [{ startsAt: at(124).toISOString(), official: 'Айгерим Жумабаева', isPast: false }],
    })
    const rings = await db.notice.findMany({
      where: { userId: officer.userId, about: `case:${ref.number}/1` },
      orderBy: { event: 'asc' },
    })
    expect(rings.map(({ event, letter }) => ({ event, letter }))).toEqual([
      { event: 'case_new', letter: 'at_once' },
      { event: 'visit_accepted', letter: 'bundle' },
    ])
    const [own, theirs] = await Promise.all([
      readBodyVisitFile(officer, id, 'ru'),
      readInvestorVisitFile(visitor, address, id, 'kk'),
    ])
    for (const { text, name } of [own, theirs]) {
      expect(name).toBe(`visit-${ref.number}`)
      expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
      expect(text).toContain('DTSTART:20260613T090000Z')
      expect(text).toContain('DTEND:20260613T100000Z')
      expect(text).toMatch(new RegExp(`UID:visit-${id}@`))
      expect(text).toContain('STATUS:CONFIRMED')
      expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    }
    const { agreed } = await listVisits(officer, monday)
    expect(agreed.filter((line) => line.id === id)).toMatchObject([{ number: ref.number, isMine: true }])
  })

  it('is for its body and its investor only', async () => {
    const visit = await proposed(200)
    const other = await openCase()
    await accept(visit, 200)
    expect(await thrownStatus(readBodyVisitFile(stranger, visit.id, 'ru'))).toBe(404)
    expect(await thrownStatus(readInvestorVisitFile(visitor, other.address, visit.id, 'ru'))).toBe(404)
    const wrong = { ...visit.address, key: other.address.key }
    expect(await thrownStatus(readInvestorVisitFile(visitor, wrong, visit.id, 'ru'))).toBe(404)
    expect(await thrownStatus(proposeVisit(stranger, visit.ref, proposal(300), monday))).toBe(404)
    expect(await thrownStatus(cancelVisit(stranger, visit.ref, { ...words(), visit: visit.id }, monday))).toBe(404)
    expect(await thrownStatus(accept({ ...visit, address: wrong }, 200))).toBe(404)
    expect(codeOf(await accept({ id: visit.id, address: other.address }, 200))).toBe('not_allowed')
    expect((await listVisits(stranger, monday)).agreed).toEqual([])
  })

  it('is not proposed for the past, nor over an agreed one of the same official; nothing is stored', async () => {
    const { ref } = await openCase()
    expect(await proposeVisit(officer, ref, proposal(2, -1), monday)).toEqual({
      ok: false,
      code: 'visit_past',
      params: { place: 2 },
    })
    await accept(await proposed(400), 400)
    expect(codeOf(await proposeVisit(officer, ref, proposal(400.5), monday))).toBe('visit_busy')
    expect(await db.visit.count({ where: { part: { inquiry: { number: ref.number } } } })).toBe(0)
    expect(codeOf(await proposeVisit(colleague, ref, proposal(400.5), monday))).toBeNull()
    expect(codeOf(await proposeVisit(colleague, ref, proposal(500), monday))).toBe('visit_open')
  })

  it('of two investors who take the same hour of one official is given to one', async () => {
    const [left, right] = [await proposed(600), await proposed(600.5)]
    const verdicts = await Promise.all([accept(left, 600), accept(right, 600.5)])
    expect(verdicts.map(codeOf).sort()).toEqual(['visit_busy', null].sort())
  })

  it('is not agreed for a time that is over', async () => {
    const visit = await proposed(3, 700)
    expect(codeOf(await accept(visit, 3, at(3)))).toBe('visit_past')
    expect(codeOf(await accept(visit, 700, at(3)))).toBeNull()
  })

  it('goes back to the body when the investor asks for other times, which starts the promise', async () => {
    const visit = await proposed(800)
    await accept(visit, 800)
    const wish = { form: randomUUID(), part: 1, visit: visit.id, text: 'Удобно в пятницу после обеда.' }
    const twice = [1, 2].map(() => askOtherTimes(visitor, visit.address, wish, at(1)))
    expect((await Promise.all(twice)).map(codeOf)).toEqual([null, null])
    const found = await readBodyCase(officer, visit.ref, at(1))
    expect(found).toMatchObject({
      visits: [{ state: 'proposed', startsAt: null }],
      clocks: { promise: { key: 'next_step', state: 'running' } },
    })
    expect(found.talk.filter(({ text }) => text === wish.text)).toHaveLength(1)
    const moved = { ...proposal(824), visit: visit.id }
    expect(codeOf(await proposeVisit(officer, visit.ref, moved, at(2)))).toBeNull()
    expect(codeOf(await accept(visit, 800, at(2)))).toBe('visit_not_offered')
    expect(codeOf(await accept(visit, 824, at(2)))).toBeNull()
    expect((await readBodyVisitFile(officer, visit.id, 'en')).text).toContain('SEQUENCE:4')
  })

  it('is called off with words, and the calendar entry says so', async () => {
    const visit = await proposed(900)
    await accept(visit, 900)
    const call = { ...words('Дорогу закрыли на ремонт.'), visit: visit.id }
    expect(codeOf(await cancelVisit(officer, visit.ref, call, at(1)))).toBeNull()
    expect(codeOf(await cancelVisit(officer, visit.ref, { ...words(), visit: visit.id }, at(1)))).toBe('not_allowed')
    expect(await readBodyCase(officer, visit.ref, at(1))).toMatchObject({ state: 'in_dialogue', visits: [] })
    const { text } = await readInvestorVisitFile(visitor, visit.address, visit.id, 'ru')
    expect(text).toContain('STATUS:CANCELLED')
    expect(text).toContain('METHOD:CANCEL')
    expect(codeOf(await accept(visit, 900, at(2)))).toBe('not_allowed')
  })

  it.each<[string, (ref: PartRef) => Promise<unknown>]>([
    ['declined', (ref) => takeStep(officer, ref, { ...words(), step: 'declined', reason: 'other' }, at(1))],
    ['handed over', (ref) => redirectPart(officer, ref, { ...words(), to: 'spk-tobol' }, at(1))],
  ])('ends with a case that is %s', async (_, run) => {
    const visit = await proposed(1000)
    await run(visit.ref)
    expect(await visitOf(visit.ref)).toMatchObject({ state: 'cancelled' })
  })
})
