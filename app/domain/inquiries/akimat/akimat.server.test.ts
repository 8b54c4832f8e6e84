import type { Person } from '#app/domain/accounts/model'
import { answerRequest, askAkimat, withdrawRequest } from '#app/domain/inquiries/akimat/commands.server'
import {
  countTasks,
  listFollowed,
  listPartRequests,
  listTasks,
  listTopics,
} from '#app/domain/inquiries/akimat/queries.server'
import type { AskAkimatInput } from '#app/domain/inquiries/akimat/schema'
import { visitor } from '#app/domain/accounts/model'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import { markSpam, reopenPart } from '#app/domain/inquiries/commands/end-part.server'
import { withdrawInquiry } from '#app/domain/inquiries/commands/investor-change.server'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { makeVoice } from '#app/domain/sites/passport/said'
import { translator } from '#app/platform/i18n/i18n.server'
import {
  addOfficial,
  addReference,
  addSite,
  codeOf,
  monday,
  registered,
  thrownStatus,
} from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const voice = makeVoice('ru', translator('ru'))
const tuesday = new Date('2026-06-09T05:00:00Z')
const page = { page: 1, size: 100, skip: 0 }

let officer: Person
let editor: Person
let stranger: Person
let address: { number: string; key: string }

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  await addSite(db, 'RDR-0007', 'ridder')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor', 'Динара Сейтова')
  stranger = await addOfficial(db, 'akimat-ridder', 'akimat_editor', 'Чужой Акимат')
})

beforeEach(async () => {
  address = await registered({}, monday)
})

const ref = () => ({ number: address.number, part: 1 })
const question = (changes: Partial<AskAkimatInput> = {}): AskAkimatInput => ({
  ...{ form: randomUUID(), about: { site: 'BLQ-0042', field: 'utilities.water.free' } },
  ...{ text: 'Сколько воды свободно на границе участка?', dueOn: toLocalDate('2026-06-12'), ...changes },
})

async function asked(changes: Partial<AskAkimatInput> = {}): Promise<string> {
  const verdict = await askAkimat(officer, ref(), question(changes), tuesday)
  if (!verdict.ok) throw new Error(verdict.code)
  const { id } = await db.akimatRequest.findFirstOrThrow({ where: { part: { inquiry: { number: address.number } } } })
  return id
}

describe('a question to the akimat', () => {
  it('reaches the akimat of the town and stops no clock', async () => {
    const before = (await readBodyCase(officer, ref(), tuesday)).clocks
    const id = await asked()
    expect((await readBodyCase(officer, ref(), tuesday)).clocks).toEqual(before)
    const letters = await db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `akimat_asked:${id}` } } })
    expect(letters.map(({ toAddress }) => toAddress)).toEqual([editor.email])
    const tasks = await listTasks(editor, voice, tuesday)
    expect(tasks.find((task) => task.id === id)).toMatchObject({
      state: 'open',
      site: 'BLQ-0042',
      number: address.number,
    })
    expect(await countTasks(stranger)).toBe(0)
    expect(await listTasks(stranger, voice, tuesday)).toEqual([])
  })

  it('is asked once for one form', async () => {
    const input = question()
    await askAkimat(officer, ref(), input, tuesday)
    expect(codeOf(await askAkimat(officer, ref(), input, tuesday))).toBeNull()
    expect(await db.akimatRequest.count({ where: { part: { inquiry: { number: address.number } } } })).toBe(1)
  })

  it.each([
    ['unknown_site', { about: { site: 'RDR-0007', field: null } }],
    ['due_passed', { dueOn: toLocalDate('2026-06-08') }],
    ['due_far', { dueOn: toLocalDate('2027-06-08') }],
  ])('is refused: %s', async (code, changes) => {
    expect(codeOf(await askAkimat(officer, ref(), question(changes), tuesday))).toBe(code)
  })

  it('is refused of a case that is closed, and of one of another body', async () => {
    const other = await addOfficial(db, 'spk-tobol', 'spk_officer', 'Другой')
    expect(await thrownStatus(askAkimat(other, ref(), question(), tuesday))).toBe(404)
    await withdrawInquiry(visitor, address, { form: randomUUID() }, tuesday)
    expect(codeOf(await askAkimat(officer, ref(), question(), tuesday))).toBe('not_allowed')
  })

  it('offers the sites of the case and the values that they lack', async () => {
    const topics = await listTopics(officer, ref(), voice)
    expect(topics[0]).toEqual({ value: 'BLQ-0042', site: 'BLQ-0042', label: null })
    expect(topics.length).toBeGreaterThan(5)
    expect(topics.slice(1).every(({ value, label }) => value.startsWith('BLQ-0042/') && label)).toBe(true)
  })
})

describe('the answer of the akimat', () => {
  const answer = (request: string, by: Person, text = 'Свободно 120 м³ в сутки, письмо водоканала приложим.') =>
    answerRequest(by, { request, text }, tuesday)

  it('stands in the case for the body only, and who asked gets a letter', async () => {
    const id = await asked()
    expect(codeOf(await answer(id, editor))).toBeNull()
    expect(codeOf(await answer(id, editor))).toBeNull()
    const inside = await readBodyCase(officer, ref(), tuesday)
    expect(inside.talk.map(({ kind, step }) => [kind, step])).toEqual([
      ['note', 'akimat_asked'],
      ['note', 'akimat_answered'],
    ])
    const outside = (await readInvestorCase(visitor, address, tuesday)).parts[0]
    expect(outside?.talk).toEqual([])
    expect(outside?.history.map(({ type }) => type)).not.toContain('akimat_answered')
    const letters = await db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `akimat_answered:${id}` } } })
    expect(letters.map(({ toAddress }) => toAddress)).toEqual([officer.email])
    expect((await listPartRequests(officer, ref(), voice, tuesday))[0]).toMatchObject({
      ...{ state: 'answered', answeredBy: editor.name },
    })
  })

  it('is one: a second official of the akimat is told who was first', async () => {
    const id = await asked()
    const second = await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Глава Акимата')
    const both = await Promise.all([answer(id, editor), answer(id, second, 'Совсем другой ответ акимата')])
    expect(both.map(codeOf).sort()).toEqual(['not_open', null].sort())
    const [no] = both.filter((verdict) => !verdict.ok)
    expect(no).toMatchObject({ params: { by: expect.stringMatching(/Динара|Глава/) as string } })
  })

  it('is none of other akimats’ or of the body’s own', async () => {
    const id = await asked()
    expect(await thrownStatus(answer(id, stranger))).toBe(404)
    expect(await thrownStatus(answer(id, officer))).toBe(404)
  })

  it('is refused once the question was taken back', async () => {
    const id = await asked()
    await withdrawRequest(officer, ref(), id)
    expect(codeOf(await answer(id, editor))).toBe('not_open')
    expect(await thrownStatus(withdrawRequest(stranger, ref(), id))).toBe(404)
  })

  it('is kept when the case has been closed meanwhile', async () => {
    const id = await asked()
    await withdrawInquiry(visitor, address, { form: randomUUID() }, tuesday)
    expect(codeOf(await answer(id, editor))).toBeNull()
    expect((await listPartRequests(officer, ref(), voice, tuesday))[0]?.state).toBe('answered')
  })
})

it('an akimat follows the inquiries about its own sites, without the persons', async () => {
  const { items } = await listFollowed(editor, page, tuesday)
  const found = items.find(({ number }) => number === address.number)
  expect(found).toMatchObject({ sites: ['BLQ-0042'], state: 'routed', receivedOn: '2026-06-08', answeredOn: null })
  expect(JSON.stringify(items)).not.toMatch(/Сатпаев|betpak|@/)
  expect((await listFollowed(stranger, page, tuesday)).total).toBe(0)
})

it('spam is not followed, until the body takes that back', async () => {
  const follows = async () =>
    (await listFollowed(editor, page, tuesday)).items.some((row) => row.number === address.number)
  expect(
    codeOf(await markSpam(officer, ref(), { form: randomUUID(), text: 'Реклама, пишут всем.' }, tuesday)),
  ).toBeNull()
  expect(await follows()).toBe(false)
  expect(codeOf(await reopenPart(officer, ref(), { form: randomUUID(), text: null }, tuesday))).toBeNull()
  expect(await follows()).toBe(true)
})
