import { visitor, type Person } from '#app/domain/accounts/model'
import { answerRequest, askAkimat } from '#app/domain/inquiries/akimat/commands.server'
import { acceptPart } from '#app/domain/inquiries/commands/accept-part.server'
import { answerPart } from '#app/domain/inquiries/commands/answer-part.server'
import { acceptVisit, askOtherTimes } from '#app/domain/inquiries/commands/answer-visit.server'
import { assignParts } from '#app/domain/inquiries/commands/assign-parts.server'
import { completeInquiry, reopenAsInvestor } from '#app/domain/inquiries/commands/complete-inquiry.server'
import { askExtension, decideExtension, extendPart } from '#app/domain/inquiries/commands/extend-part.server'
import { withdrawInquiry, writeAsInvestor } from '#app/domain/inquiries/commands/investor-change.server'
import { keepInquiry } from '#app/domain/inquiries/commands/keep-inquiry.server'
import { markDeficient } from '#app/domain/inquiries/commands/mark-deficient.server'
import { proposeVisit } from '#app/domain/inquiries/commands/propose-visit.server'
import { ratePart } from '#app/domain/inquiries/commands/rate-part.server'
import { takeStep } from '#app/domain/inquiries/commands/take-step.server'
import { watchTerms } from '#app/domain/inquiries/commands/watch-terms.server'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { askValue } from '#app/domain/questions/commands/ask-value.server'
import {
  addOfficial,
  addReference,
  addSite,
  codeOf,
  monday,
  openCase,
  type OpenCase,
} from '#tests/builders/inquiry-world'
import { publishWithPower } from '#tests/builders/alert-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const form = () => randomUUID()
const text = 'Нужны копии технических условий.'
const words = () => ({ form: form(), text })
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000)

let officer: Person
let second: Person
let head: Person
let editor: Person
let owner: Person
let opened: OpenCase

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
  head = await addOfficial(db, 'spk-saryarka', 'spk_head', 'Нурлан Омаров')
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor', 'Динара Сейтова')
  owner = await signedIn(db, (await addPerson(db, { name: 'Ержан Сатпаев' })).id)
})

beforeEach(async () => {
  await db.inquiryPart.updateMany({ data: { wakeAt: null, searchText: '' } })
  opened = await openCase()
  await keepInquiry(owner, opened.address)
  await assignParts(
    head,
    { form: form(), to: officer.userId, cases: [{ ...opened.ref, seen: await assignee() }] },
    monday,
  )
  await db.notice.deleteMany()
})

const assignee = async () =>
  (await db.inquiryPart.findFirstOrThrow({ where: { inquiry: { number: opened.ref.number } } })).assigneeId

/** What stands under the bell of a person, in no order. */
async function bellOf({ userId }: Person): Promise<string[]> {
  const notices = await db.notice.findMany({ where: { userId }, select: { event: true } })
  return notices.map(({ event }) => event).sort()
}

async function done(...runs: (() => Promise<{ ok: true } | { ok: false; code: string }>)[]): Promise<void> {
  for (const run of runs) expect(codeOf(await run())).toBeNull()
}

const proposal = () => ({
  ...{ form: form(), times: [later(100)], minutes: 60, text: null, place: 'Ворота цеха', contact: 'Айгерим, 8 701' },
})
const visitId = async () => (await db.visit.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).id

describe('the bell', () => {
  it('rings for the investor with an account at every step of the body', async () => {
    const { ref } = opened
    await done(
      () => acceptPart(officer, ref, words(), monday),
      () => answerPart(officer, ref, { ...words(), isAnswer: false }, monday),
      () => markDeficient(officer, ref, { ...words(), missing: ['papers'], fixBy: toLocalDate('2026-06-20') }, monday),
    )
    expect(await bellOf(owner)).toEqual(['own_message', 'own_step', 'own_step'])
    const [notice] = await db.notice.findMany({ where: { userId: owner.userId, event: 'own_message' } })
    expect(notice).toMatchObject({ path: `/inquiries/${ref.number}`, letter: 'none' })
  })

  it('rings for the officer at every step of the investor', async () => {
    const { ref, address } = opened
    await done(
      () => writeAsInvestor(visitor, address, { ...words(), part: 1 }, monday),
      () => acceptPart(officer, ref, words(), monday),
      () => proposeVisit(officer, ref, proposal(), monday),
    )
    const id = await visitId()
    await done(
      () => acceptVisit(visitor, address, { form: form(), part: 1, visit: id, time: later(100) }, monday),
      () => askOtherTimes(visitor, address, { ...words(), part: 1, visit: id }, monday),
      () => takeStep(officer, ref, { ...words(), step: 'declined', reason: 'other' }, monday),
      () => ratePart(visitor, address, { part: 1, stars: 2, text: 'Долго' }, monday),
      () => reopenAsInvestor(visitor, address, { ...words(), part: 1 }, monday),
      () => withdrawInquiry(visitor, address, { form: form() }, monday),
    )
    expect(await bellOf(officer)).toEqual([
      'case_rated',
      'case_reopened',
      'case_withdrawn',
      'investor_wrote',
      'visit_accepted',
      'visit_declined',
    ])
    expect(await bellOf(head)).toEqual(['case_rated'])
  })

  it('rings once for a rating that is changed, and when what was missing is sent', async () => {
    const { ref, address } = opened
    await done(
      () => acceptPart(officer, ref, words(), monday),
      () => markDeficient(officer, ref, { ...words(), missing: ['papers'], fixBy: toLocalDate('2026-06-20') }, monday),
      () => completeInquiry(visitor, address, { ...words(), part: 1 }, monday),
      () => takeStep(officer, ref, { ...words(), step: 'declined', reason: 'other' }, monday),
      () => ratePart(visitor, address, { part: 1, stars: 2, text: '' }, monday),
      () => ratePart(visitor, address, { part: 1, stars: 4, text: '' }, later(1)),
    )
    expect(await bellOf(officer)).toEqual(['case_rated', 'investor_completed'])
  })

  it('rings for the head when an extension is asked, for who asked when it is decided, never for who did it', async () => {
    const { ref } = opened
    const until = toLocalDate('2026-07-10')
    await done(
      () => acceptPart(officer, ref, words(), monday),
      () => askExtension(officer, ref, { ...words(), until }, monday),
      () => decideExtension(head, ref, { form: form(), decision: 'refuse', text }, monday),
      () => extendPart(head, ref, { ...words(), until }, monday),
    )
    expect(await bellOf(head)).toEqual(['extension_asked'])
    expect(await bellOf(officer)).toEqual(['extension_granted', 'extension_refused'])
  })

  it('rings for the akimat that is asked, and for the officer when it answers', async () => {
    const about = { site: 'BLQ-0042', field: null }
    await done(() => askAkimat(officer, opened.ref, { ...words(), about, dueOn: toLocalDate('2026-06-12') }, monday))
    const request = await db.akimatRequest.findFirstOrThrow({
      where: { part: { inquiry: { number: opened.ref.number } } },
    })
    await done(() => answerRequest(editor, { request: request.id, text: 'Воды 40 м³ в сутки.' }, monday))
    expect(await bellOf(editor)).toEqual(['akimat_asked'])
    expect(await bellOf(officer)).toEqual(['akimat_answered'])
  })

  it('rings for who gets a case and for who had it', async () => {
    second = await addOfficial(db, 'spk-saryarka', 'spk_officer', 'Сергей Ким')
    const cases = [{ ...opened.ref, seen: officer.userId }]
    await done(() => assignParts(head, { form: form(), to: second.userId, cases }, monday))
    await done(() =>
      assignParts(head, { form: form(), to: null, cases: [{ ...opened.ref, seen: second.userId }] }, monday),
    )
    expect(await bellOf(officer)).toEqual(['case_taken'])
    expect(await bellOf(second)).toEqual(['case_assigned', 'case_released'])
    expect(await bellOf(head)).toEqual([])
  })

  it('rings when a term nears its end and when it was broken', async () => {
    const job = { kind: 'system', name: 'watch-terms' } as const
    for (const day of [9, 10, 11])
      await watchTerms(job, new Date(`2026-06-${String(day).padStart(2, '0')}T14:00:00+05:00`))
    expect(await bellOf(officer)).toEqual(['term_breached', 'term_warning'])
    expect(await bellOf(head)).toEqual(['term_breached'])
  })

  it('rings for the akimat once when investors ask for a value of its site', async () => {
    await publishWithPower(db, 'BLQ-0042', null, monday)
    const ask = () =>
      askValue(
        { actor: visitor, provenId: null },
        { number: 'BLQ-0042', field: 'utilities.electricity.free', clientAddress: form() },
        monday,
      )
    await done(ask, ask)
    expect(await bellOf(editor)).toEqual(['question_asked'])
  })
})
