import { visitor, type Person } from '#app/domain/accounts/model'
import { acceptPart } from '#app/domain/inquiries/commands/accept-part.server'
import { addNote, answerPart } from '#app/domain/inquiries/commands/answer-part.server'
import { withdrawInquiry, writeAsInvestor } from '#app/domain/inquiries/commands/investor-change.server'
import { redirectPart } from '#app/domain/inquiries/commands/redirect-part.server'
import { takeStep } from '#app/domain/inquiries/commands/take-step.server'
import type { PartRef } from '#app/domain/inquiries/model'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { wholeTab } from '#app/domain/inquiries/inbox-filter'
import { countInbox, listInbox } from '#app/domain/inquiries/queries/inbox.server'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import {
  addOfficial,
  addReference,
  addSite,
  codeOf,
  monday,
  openCase,
  thrownStatus,
} from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const day = 86_400_000
const on = (days: number) => new Date(monday.getTime() + days * day)
const words = (text = 'Здравствуйте, цех свободен, приезжайте.') => ({ form: randomUUID(), text })

let officer: Person
let colleague: Person
let stranger: Person
let auditor: Person

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  await addSite(db, 'KNT-0019', 'kentau')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer', 'Айгерим Жумабаева')
  colleague = await addOfficial(db, 'spk-saryarka', 'spk_head', 'Нурлан Омаров')
  stranger = await addOfficial(db, 'spk-tobol', 'spk_officer', 'Сергей Ким')
  auditor = await signedIn(db, (await addPerson(db, { platformRole: 'auditor' })).id)
})

const typesOf = async ({ number, part }: PartRef) =>
  (
    await db.inquiryEvent.findMany({
      where: { part: { sequence: part, inquiry: { number } } },
      orderBy: { sequence: 'asc' },
    })
  )
    .map(({ type }) => type)
    .slice(4)
const lettersTo = async (toAddress: string) =>
  (await db.outboxMessage.findMany({ where: { toAddress }, orderBy: { createdAt: 'asc' } })).slice(2)

describe('who may', () => {
  it('is 404 for an official of another body, for reading and for every command', async () => {
    const { ref } = await openCase()
    const attempts = [
      readBodyCase(stranger, ref),
      acceptPart(stranger, ref, words()),
      answerPart(stranger, ref, { ...words(), isAnswer: true }),
      addNote(stranger, ref, words()),
      redirectPart(stranger, ref, { ...words(), to: 'spk-tobol' }),
      takeStep(stranger, ref, { ...words(), step: 'declined', reason: 'other' }),
    ]
    expect(await Promise.all(attempts.map(thrownStatus))).toEqual(attempts.map(() => 404))
    const lines = await listInbox(stranger, wholeTab('desk'), { page: 1, size: 100, skip: 0 })
    expect(lines).toMatchObject({ total: 0, items: [] })
    expect(await countInbox(stranger)).toEqual({ mine: 0, desk: 0, closed: 0 })
    expect(await typesOf(ref)).toEqual([])
  })

  it('lets the auditor read and nothing else, and a visitor not even that', async () => {
    const { ref } = await openCase()
    expect(await readBodyCase(auditor, ref, monday)).toMatchObject({ canAct: false, actions: [] })
    expect(await thrownStatus(acceptPart(auditor, ref, words()))).toBe(404)
    expect(await thrownStatus(readBodyCase(visitor, ref))).toBe(404)
  })

  it('opens the case page to the right key only', async () => {
    const {
      address: { number, key },
    } = await openCase()
    const other = await openCase()
    expect(await readInvestorCase(visitor, { number, key })).toMatchObject({ number })
    for (const wrong of [other.address.key, key.slice(0, -1), `${key}x`, '']) {
      expect(await thrownStatus(readInvestorCase(visitor, { number, key: wrong }))).toBe(404)
      expect(await thrownStatus(writeAsInvestor(visitor, { number, key: wrong }, { ...words(), part: 1 }))).toBe(404)
      expect(await thrownStatus(withdrawInquiry(visitor, { number, key: wrong }, words()))).toBe(404)
    }
  })
})

describe('acceptPart', () => {
  it('gives the case to the first of two, and tells the second who was first', async () => {
    const { ref, email } = await openCase()
    const verdicts = await Promise.all([
      acceptPart(officer, ref, words(), monday),
      acceptPart(colleague, ref, words(), monday),
    ])
    expect(verdicts.filter((verdict) => verdict.ok)).toHaveLength(1)
    const winner = verdicts[0]?.ok ? officer : colleague
    expect(verdicts.find((verdict) => !verdict.ok)).toEqual({
      ok: false,
      code: 'already_accepted',
      params: { by: winner.name },
    })
    expect(await typesOf(ref)).toEqual(['accepted'])
    expect((await readBodyCase(winner, ref, monday)).isMine).toBe(true)
    expect((await lettersTo(email)).map(({ template }) => template)).toEqual(['inquiry_state'])
  })

  it('is a yes when the same person accepts again', async () => {
    const { ref } = await openCase()
    expect(codeOf(await acceptPart(officer, ref, words(), monday))).toBeNull()
    expect(codeOf(await acceptPart(officer, ref, words(), monday))).toBeNull()
    expect(await typesOf(ref)).toEqual(['accepted'])
  })
})

describe('the talk', () => {
  it('brings the answer to the investor by mail, once, and the reply back', async () => {
    const {
      ref,
      email,
      address: { number, key },
    } = await openCase()
    const answer = { ...words('Мощность 630 кВт свободна.'), isAnswer: true }
    const verdicts = await Promise.all([1, 2, 3].map(() => answerPart(officer, ref, answer, on(1))))
    expect(verdicts.map(codeOf)).toEqual([null, null, null])
    const letters = await lettersTo(email)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.text).toContain('> Мощность 630 кВт свободна.')
    expect(letters[0]?.text).toContain(`/ru/inquiries/${number}?key=${key}`)

    const reply = { ...words('Когда можно приехать?'), part: 1 }
    await Promise.all([1, 2].map(() => writeAsInvestor(visitor, { number, key }, reply, on(2))))
    const found = await readInvestorCase(visitor, { number, key }, on(2))
    expect(found.parts[0]?.talk.map(({ kind, author, text }) => [kind, author, text])).toEqual([
      ['body', 'Айгерим Жумабаева', 'Мощность 630 кВт свободна.'],
      ['investor', 'Ержан Сатпаев', 'Когда можно приехать?'],
    ])
    expect(found.parts[0]?.clocks).toMatchObject({
      legal: { state: 'met' },
      due: { key: 'next_step', ring: 'running', due: '2026-06-15', daysLeft: 3 },
    })
  })

  it('keeps notes inside the body', async () => {
    const {
      ref,
      email,
      address: { number, key },
    } = await openCase()
    await addNote(officer, ref, words('Спросить ТЭЦ о резерве.'), monday)
    expect((await readBodyCase(colleague, ref, monday)).talk.map(({ text }) => text)).toEqual([
      'Спросить ТЭЦ о резерве.',
    ])
    const seen = JSON.stringify(await readInvestorCase(visitor, { number, key }, monday))
    expect(seen).not.toContain('ТЭЦ')
    expect(seen).not.toContain('internal_note')
    expect(await lettersTo(email)).toEqual([])
  })

  it('says no to an investor who writes without end', async () => {
    const {
      address: { number, key },
    } = await openCase()
    const codes: (string | null)[] = []
    for (let count = 0; count < 22; count++) {
      codes.push(codeOf(await writeAsInvestor(visitor, { number, key }, { ...words(), part: 1 }, monday)))
    }
    expect(codes.slice(19)).toEqual([null, 'too_many', 'too_many'])
  })
})

describe('redirectPart', () => {
  it('moves the case out of sight of the first body, and the receiver has its own 15 days', async () => {
    const {
      ref,
      email,
      address: { number, key },
    } = await openCase()
    const move = { ...words('Площадка передана области Улытау.'), to: 'spk-tobol' }
    expect(codeOf(await redirectPart(officer, ref, move, on(2)))).toBeNull()
    expect(codeOf(await redirectPart(officer, ref, move, on(2)))).toBeNull()
    expect(await thrownStatus(readBodyCase(officer, ref))).toBe(404)
    const moved = await readBodyCase(stranger, ref, on(2))
    expect(moved).toMatchObject({
      body: { en: 'SPK Tobol' },
      isMine: true,
      routing: { reason: 'redirected', facts: { from: { ru: 'СПК «Сарыарка»' }, text: move.text, day: '2026-06-10' } },
      clocks: { legal: { due: '2026-07-01', state: 'running' }, promise: { key: 'first_answer', due: '2026-06-10' } },
    })
    expect(moved.history.filter(({ type }) => type === 'redirected')).toHaveLength(1)
    const found = await readInvestorCase(visitor, { number, key }, on(2))
    expect(found.parts[0]?.body.en).toBe('SPK Tobol')
    const [letter, ...more] = await lettersTo(email)
    expect(more).toEqual([])
    expect(letter?.text).toContain('> Площадка передана области Улытау.')
    expect(await db.outboxMessage.count({ where: { toAddress: stranger.email, subject: { contains: number } } })).toBe(
      1,
    )
  })

  it('knows the bodies that take cases', async () => {
    const { ref } = await openCase()
    const move = (to: string) => redirectPart(officer, ref, { ...words('Не наша площадка.'), to }, monday)
    expect(codeOf(await move('spk-atlantis'))).toBe('unknown_body')
    expect(codeOf(await move('akimat-balkhash'))).toBe('unknown_body')
    expect(codeOf(await move('spk-saryarka'))).toBe('same_body')
    expect(codeOf(await move('platform'))).toBeNull()
    expect(await readBodyCase(auditor, ref, monday)).toMatchObject({ assignee: null })
  })
})

describe('the end of a case', () => {
  it('refuses with a reason and words, once, and allows nothing after it', async () => {
    const {
      ref,
      email,
      address: { number, key },
    } = await openCase()
    const refusal = { ...words('Цех уже сдан другому арендатору.'), step: 'declined', reason: 'site_taken' } as const
    const verdicts = await Promise.all([1, 2].map(() => takeStep(officer, ref, refusal, on(1))))
    expect(verdicts.map(codeOf)).toEqual([null, null])
    expect(codeOf(await acceptPart(colleague, ref, words(), on(1)))).toBe('not_allowed')
    expect(codeOf(await answerPart(officer, ref, { ...words(), isAnswer: true }, on(1)))).toBe('not_allowed')
    expect(codeOf(await writeAsInvestor(visitor, { number, key }, { ...words(), part: 1 }, on(1)))).toBe('not_allowed')
    expect(await typesOf(ref)).toEqual(['declined'])
    expect((await lettersTo(email))[0]?.text).toContain('> Цех уже сдан другому арендатору.')
    expect(await readBodyCase(officer, ref, on(1))).toMatchObject({
      state: 'declined',
      clocks: { due: { ring: 'done' } },
    })
  })

  it('withdraws every open part of the inquiry', async () => {
    const {
      ref,
      address: { number, key },
    } = await openCase({ site: ['BLQ-0042', 'KNT-0019'] })
    await takeStep(officer, ref, { ...words('Цех уже сдан.'), step: 'declined', reason: 'site_taken' }, on(1))
    const form = words()
    expect(codeOf(await withdrawInquiry(visitor, { number, key }, form, on(1)))).toBeNull()
    expect(codeOf(await withdrawInquiry(visitor, { number, key }, form, on(1)))).toBeNull()
    expect(codeOf(await withdrawInquiry(visitor, { number, key }, words(), on(1)))).toBe('not_allowed')
    const found = await readInvestorCase(visitor, { number, key }, on(1))
    expect(found.parts.map(({ state }) => state)).toEqual(['declined', 'withdrawn'])
  })
})

describe('the inbox', () => {
  it('shows what is due first, then what waits for the investor, and finds by number and name', async () => {
    const waiting = await openCase({ organization: 'ТОО «Ждём»' })
    await answerPart(officer, waiting.ref, { ...words(), isAnswer: true }, monday)
    const urgent = await openCase({ organization: 'ТОО «Срочно»' })
    const list = (q: string) => listInbox(officer, { ...wholeTab('desk'), q }, { page: 1, size: 100, skip: 0 }, on(1))
    const all = await list('')
    const place = (number: string) => all.items.findIndex((line) => line.number === number)
    expect(place(urgent.ref.number)).toBeLessThan(place(waiting.ref.number))
    expect(all.items[place(waiting.ref.number)]?.due.ring).toBe('paused')
    expect((await list(urgent.ref.number)).items.map(({ from }) => from)).toEqual(['ТОО «Срочно»'])
    expect((await list('«ждём')).items.map(({ number }) => number)).toEqual([waiting.ref.number])
    expect((await list('KNT-0019')).total).toBe(0)
  })
})
