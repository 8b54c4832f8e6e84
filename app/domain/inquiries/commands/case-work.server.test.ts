import { visitor, type Person } from '#app/domain/accounts/model'
import { acceptPart } from '#app/domain/inquiries/commands/accept-part.server'
import { addNote, answerPart } from '#app/domain/inquiries/commands/answer-part.server'
import { completeInquiry, reopenAsInvestor } from '#app/domain/inquiries/commands/complete-inquiry.server'
import { markDuplicate, markSpam, reopenPart } from '#app/domain/inquiries/commands/end-part.server'
import { askExtension, decideExtension, extendPart } from '#app/domain/inquiries/commands/extend-part.server'
import { markDeficient } from '#app/domain/inquiries/commands/mark-deficient.server'
import { redirectPart } from '#app/domain/inquiries/commands/redirect-part.server'
import { takeStep, type StepOrder } from '#app/domain/inquiries/commands/take-step.server'
import type { Outcome, PartRef } from '#app/domain/inquiries/model'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import { toLocalDate } from '#app/domain/kernel/local-date'
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

const on = (days: number) => new Date(monday.getTime() + days * 86_400_000)
const day = toLocalDate
const reasons = 'Ждём письмо сетевой компании о мощности.'
const words = (text = reasons) => ({ form: randomUUID(), text })

let officer: Person
let head: Person
let stranger: Person
let auditor: Person

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer', 'Айгерим Жумабаева')
  head = await addOfficial(db, 'spk-saryarka', 'spk_head', 'Нурлан Омаров')
  stranger = await addOfficial(db, 'spk-tobol', 'spk_head', 'Сергей Ким')
  auditor = await signedIn(db, (await addPerson(db, { platformRole: 'auditor' })).id)
})

const typesOf = async ({ number, part }: PartRef) => {
  const where = { part: { sequence: part, inquiry: { number } } }
  const rows = await db.inquiryEvent.findMany({ where, orderBy: { sequence: 'asc' } })
  return rows.slice(4).map(({ type }) => type)
}
const lettersTo = async (toAddress: string) =>
  (await db.outboxMessage.findMany({ where: { toAddress }, orderBy: { createdAt: 'asc' } })).slice(2)
const newsTo = async (person: Person, { number }: PartRef) =>
  db.outboxMessage.findMany({
    where: { toAddress: person.email, template: 'case_news', subject: { contains: number } },
  })

describe('who may', () => {
  it('is 404 for a head of another body and for the auditor, whatever they try, and nothing is stored', async () => {
    const { ref } = await openCase()
    for (const actor of [stranger, auditor, visitor]) {
      const attempts = [
        markDeficient(actor, ref, { ...words(), missing: ['name'], fixBy: day('2026-06-20') }, monday),
        askExtension(actor, ref, { ...words(), until: day('2026-07-10') }, monday),
        extendPart(actor, ref, { ...words(), until: day('2026-07-10') }, monday),
        decideExtension(actor, ref, { ...words(), decision: 'approve' }, monday),
        markDuplicate(actor, ref, { ...words(), of: ref.number }, monday),
        markSpam(actor, ref, words(), monday),
        reopenPart(actor, ref, words(), monday),
      ]
      expect(await Promise.all(attempts.map(thrownStatus))).toEqual(attempts.map(() => 404))
    }
    expect(await typesOf(ref)).toEqual([])
  })

  it('lets only the head extend', async () => {
    const { ref } = await openCase()
    expect(await thrownStatus(extendPart(officer, ref, { ...words(), until: day('2026-07-10') }, monday))).toBe(404)
    expect((await readBodyCase(officer, ref, monday)).actions).not.toContain('extended')
    expect((await readBodyCase(head, ref, monday)).actions).toContain('extended')
  })

  it('opens nothing to a wrong key', async () => {
    const { address } = await openCase()
    const wrong = { number: address.number, key: `${address.key.slice(0, -1)}x` }
    expect(await thrownStatus(completeInquiry(visitor, wrong, { ...words(), part: 1 }, monday))).toBe(404)
    expect(await thrownStatus(reopenAsInvestor(visitor, wrong, { ...words(), part: 1 }, monday))).toBe(404)
  })
})

describe('art. 64.6-64.7: a deficient inquiry', () => {
  const demand = () => ({ ...words(), missing: ['address', 'papers'] as const, fixBy: day('2026-06-17') })

  it('tells the investor what is missing, waits, and goes on when it has come', async () => {
    const { ref, address, email } = await openCase()
    expect(codeOf(await markDeficient(officer, ref, { ...demand(), missing: ['address', 'papers'] }, on(1)))).toBeNull()
    const [letter] = await lettersTo(email)
    expect(letter?.text).toContain('Почтовый адрес')
    expect(letter?.text).toMatch(/17\sиюня\s2026/)
    const asked = (await readInvestorCase(visitor, address, on(2))).parts[0]
    expect(asked).toMatchObject({
      state: 'deficient',
      deficiency: { fixBy: '2026-06-17', missing: ['address', 'papers'] },
      clocks: { legal: { state: 'paused' } },
    })
    const answer = { ...words('Адрес: Балхаш, Желтоқсан 4.'), part: 1 }
    for (let sent = 0; sent < 2; sent++) {
      expect(codeOf(await completeInquiry(visitor, address, answer, on(3)))).toBeNull()
    }
    const done = await readBodyCase(officer, ref, on(3))
    expect(done).toMatchObject({ state: 'in_dialogue', deficiency: null, clocks: { legal: { state: 'running' } } })
    expect(done.talk.at(-1)).toMatchObject({ kind: 'investor', text: 'Адрес: Балхаш, Желтоқсан 4.' })
    expect(await typesOf(ref)).toEqual(['marked_deficient', 'deficiency_fixed'])
    expect(await newsTo(officer, ref)).toHaveLength(1)
    expect(codeOf(await completeInquiry(visitor, address, { ...words(), part: 1 }, on(3)))).toBe('not_allowed')
  })

  it('is returned after the term, not within it', async () => {
    const { ref } = await openCase()
    await markDeficient(officer, ref, { ...demand(), missing: ['name'] }, on(1))
    const back = () => takeStep(officer, ref, { ...words(), step: 'returned' }, on(3))
    expect(await back()).toEqual({ ok: false, code: 'return_early', params: { date: '2026-06-17' } })
    expect((await readBodyCase(officer, ref, on(3))).actions).not.toContain('returned')
    expect((await readBodyCase(officer, ref, on(10))).actions).toContain('returned')
    expect(codeOf(await takeStep(officer, ref, { ...words(), step: 'returned' }, on(10)))).toBeNull()
    expect(await typesOf(ref)).toEqual(['marked_deficient', 'returned'])
  })

  it('needs a reasonable term', async () => {
    const { ref } = await openCase()
    const mark = (fixBy: string) =>
      markDeficient(officer, ref, { ...words(), missing: ['name'], fixBy: day(fixBy) }, monday)
    expect([codeOf(await mark('2026-06-01')), codeOf(await mark('2027-06-01'))]).toEqual([
      'fix_too_early',
      'fix_too_late',
    ])
    expect(await typesOf(ref)).toEqual([])
  })
})

describe('art. 76.3: an extension', () => {
  it('is asked by the officer, approved by the head, and told to the investor only then', async () => {
    const { ref, address, email } = await openCase()
    const wish = { ...words(), until: day('2026-07-20') }
    expect(codeOf(await askExtension(officer, ref, wish, on(1)))).toBeNull()
    expect(codeOf(await askExtension(officer, ref, wish, on(1)))).toBeNull()
    expect(codeOf(await askExtension(officer, ref, { ...words(), until: day('2026-07-21') }, on(1)))).toBe(
      'extension_pending',
    )
    expect(await lettersTo(email)).toEqual([])
    expect(JSON.stringify(await readInvestorCase(visitor, address, on(1)))).not.toContain('extension')
    expect(JSON.stringify(await readInvestorCase(visitor, address, on(1)))).not.toContain(reasons)
    expect(await newsTo(head, ref)).toHaveLength(1)
    expect(await db.inquiryPart.findFirst({ where: { inquiry: { number: ref.number } } })).toMatchObject({
      extensionUntil: new Date('2026-07-20T00:00:00Z'),
    })
    expect((await readBodyCase(head, ref, on(1))).extension).toMatchObject({ until: '2026-07-20', text: reasons })
    const approval = { form: randomUUID(), decision: 'approve', text: null } as const
    const both = await Promise.all([1, 2].map(() => decideExtension(head, ref, approval, on(2))))
    expect(both.map(codeOf)).toEqual([null, null])
    const seen = await readInvestorCase(visitor, address, on(2))
    expect(seen.parts[0]?.clocks.legal).toMatchObject({ due: '2026-07-20', state: 'running' })
    const letters = await lettersTo(email)
    expect(letters.map(({ template }) => template)).toEqual(['inquiry_state'])
    expect(letters[0]?.text).toContain(`> ${reasons}`)
    expect(await newsTo(officer, ref)).toHaveLength(1)
    expect(await typesOf(ref)).toEqual(['extension_asked', 'extended'])
    expect(codeOf(await decideExtension(head, ref, { ...approval, form: randomUUID() }, on(2)))).toBe('nothing_asked')
  })

  it('is refused with words to the officer; the term stays', async () => {
    const { ref, email } = await openCase()
    await askExtension(officer, ref, { ...words(), until: day('2026-07-20') }, on(1))
    const no = { ...words('Данные уже есть, отвечайте в срок.'), decision: 'refuse' } as const
    expect(codeOf(await decideExtension(head, ref, no, on(2)))).toBeNull()
    expect(await readBodyCase(officer, ref, on(2))).toMatchObject({
      extension: null,
      clocks: { legal: { due: '2026-06-29' } },
    })
    expect(await lettersTo(email)).toEqual([])
    expect((await newsTo(officer, ref))[0]?.text).toContain('отвечайте в срок')
  })

  it('is never longer than two months, and not of a term that is over', async () => {
    const { ref } = await openCase()
    const extend = (until: string, at: Date) => extendPart(head, ref, { ...words(), until: day(until) }, at)
    expect(codeOf(await extend('2026-08-20', on(1)))).toBe('over_two_months')
    expect(codeOf(await extend('2026-06-20', on(1)))).toBe('not_later')
    expect(codeOf(await extend('2026-07-20', on(30)))).toBe('term_not_running')
    expect(codeOf(await extend('2026-07-20', on(1)))).toBeNull()
  })
})

describe('the end of a case', () => {
  it('keeps what the contract brings, and takes it back when the case is opened again', async () => {
    const { ref } = await openCase()
    await takeStep(officer, ref, { ...words(), step: 'offer_made' }, on(1))
    const outcome: Outcome = {
      ...{ contractNumber: '14', contractOn: day('2026-06-10'), jobs: 18 },
      ...{ investmentKzt: 9_000_000_000_000, reconversion: 'new_production' },
    }
    const close: StepOrder = { ...words('Шарт № 14 жасалды.'), step: 'contracted', ...outcome }
    expect((await Promise.all([1, 2].map(() => takeStep(officer, ref, close, on(2))))).map(codeOf)).toEqual([
      null,
      null,
    ])
    expect((await readBodyCase(head, ref, on(2))).outcome).toEqual(outcome)
    expect(codeOf(await reopenPart(head, ref, { form: randomUUID(), text: 'мало' }, on(3)))).toBe('reason_short')
    expect(codeOf(await reopenPart(head, ref, words('Договор расторгнут сторонами.'), on(3)))).toBeNull()
    expect(await readBodyCase(head, ref, on(3))).toMatchObject({ outcome: null, state: 'reopened' })
  })

  it('says who was first and what became of the case', async () => {
    const { ref } = await openCase()
    const refusal = { ...words(), step: 'declined', reason: 'site_taken' } as const
    expect(codeOf(await takeStep(head, ref, refusal, on(1)))).toBeNull()
    expect(await answerPart(officer, ref, { ...words(), isAnswer: true }, on(1))).toEqual({
      ok: false,
      code: 'not_allowed',
      params: { state: 'declined', by: 'Нурлан Омаров' },
    })
    const late = [
      acceptPart(officer, ref, words(), on(1)),
      addNote(officer, ref, words(), on(1)),
      takeStep(officer, ref, { ...words(), step: 'offer_made' }, on(1)),
      askExtension(officer, ref, { ...words(), until: day('2026-07-10') }, on(1)),
      redirectPart(officer, ref, { ...words(), to: 'spk-tobol' }, on(1)),
    ]
    expect((await Promise.all(late)).map(codeOf)).toEqual(late.map(() => 'not_allowed'))
    expect(await typesOf(ref)).toEqual(['declined'])
  })

  it('undoes spam without a word to the investor, and the terms run from the old day', async () => {
    const { ref, address, email } = await openCase()
    expect(codeOf(await markSpam(officer, ref, words('Реклама, пишут всем.'), on(1)))).toBeNull()
    expect(JSON.stringify(await readInvestorCase(visitor, address, on(1)))).not.toContain('Реклама')
    expect(codeOf(await reopenPart(head, ref, { form: randomUUID(), text: null }, on(2)))).toBeNull()
    expect(await readBodyCase(officer, ref, on(2))).toMatchObject({
      state: 'routed',
      clocks: { legal: { due: '2026-06-29', state: 'running' } },
    })
    expect(await lettersTo(email)).toEqual([])
  })

  it('names the inquiry that a duplicate repeats, of the own body only', async () => {
    const [first, second] = [await openCase(), await openCase()]
    const mark = (of: string) => markDuplicate(officer, second.ref, { form: randomUUID(), of, text: null }, on(1))
    expect(codeOf(await mark(second.ref.number))).toBe('same_number')
    expect(codeOf(await mark('2026-99999'))).toBe('unknown_number')
    await redirectPart(officer, first.ref, { ...words(), to: 'spk-tobol' }, on(1))
    expect(codeOf(await mark(first.ref.number))).toBe('unknown_number')
    const third = await openCase()
    expect(codeOf(await mark(third.ref.number))).toBeNull()
    expect((await lettersTo(second.email))[0]?.text).toContain(third.ref.number)
    expect((await readBodyCase(officer, second.ref, on(1))).history.at(-1)).toMatchObject({ of: third.ref.number })
  })

  it('is not "unreachable" before somebody wrote and five working days passed', async () => {
    const { ref } = await openCase()
    const give = (at: Date) => takeStep(officer, ref, { ...words(), step: 'unreachable' }, at)
    expect(codeOf(await give(on(1)))).toBe('never_written')
    await answerPart(officer, ref, { ...words(), isAnswer: false }, on(1))
    expect(codeOf(await give(on(2)))).toBe('silent_early')
    expect(codeOf(await give(on(9)))).toBeNull()
  })

  it('is questioned by the investor within thirty days: new terms begin', async () => {
    const { ref, address } = await openCase()
    await takeStep(officer, ref, { ...words(), step: 'declined', reason: 'capacity_short' }, on(1))
    expect((await readInvestorCase(visitor, address, on(2))).parts[0]?.canReopen).toBe(true)
    const again = { ...words('Нашли генератор, хватит 100 кВт.'), part: 1 }
    expect(codeOf(await reopenAsInvestor(visitor, address, again, on(40)))).toBe('not_allowed')
    expect(codeOf(await reopenAsInvestor(visitor, address, again, on(2)))).toBeNull()
    expect(codeOf(await reopenAsInvestor(visitor, address, again, on(2)))).toBeNull()
    expect(await readBodyCase(officer, ref, on(2))).toMatchObject({
      state: 'reopened',
      clocks: { legal: { state: 'running', due: '2026-07-01' } },
    })
    expect(await typesOf(ref)).toEqual(['declined', 'reopened'])
    expect(await newsTo(officer, ref)).toHaveLength(1)
  })
})
