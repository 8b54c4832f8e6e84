import type { Person } from '#app/domain/accounts/model'
import { cancelAbsence, markAbsent } from '#app/domain/inquiries/absences/commands.server'
import type { AbsenceInput } from '#app/domain/inquiries/absences/schema'
import { assignParts, type ChosenCase } from '#app/domain/inquiries/commands/assign-parts.server'
import { takeStep } from '#app/domain/inquiries/commands/take-step.server'
import { exportFigures } from '#app/domain/inquiries/figures/export-figures.server'
import { readFigures } from '#app/domain/inquiries/figures/queries.server'
import { nobody, wholeTab, type InboxQuery } from '#app/domain/inquiries/inbox-filter'
import { listInbox } from '#app/domain/inquiries/queries/inbox.server'
import { readTeam } from '#app/domain/inquiries/queries/team.server'
import { toLocalDate } from '#app/domain/kernel/local-date'
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
const page = { page: 1, size: 100, skip: 0 }
const tuesday = new Date('2026-06-09T05:00:00Z')

let head: Person
let officer: Person
let second: Person
let stranger: Person
let strangeHead: Person

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  head = await addOfficial(db, 'spk-saryarka', 'spk_head', 'Ерлан Омаров')
  officer = await addOfficial(db, 'spk-saryarka', 'spk_officer', '=HYPERLINK("http://x")')
  second = await addOfficial(db, 'spk-saryarka', 'spk_officer', 'Нурлан Касымов')
  stranger = await addOfficial(db, 'spk-tobol', 'spk_officer', 'Чужой')
  strangeHead = await addOfficial(db, 'spk-tobol', 'spk_head', 'Чужая')
})

beforeEach(async () => {
  await db.officerAbsence.deleteMany()
})

/** An open case that nobody has. */
async function lying(title = 'Переработка шерсти'): Promise<ChosenCase> {
  const { number } = await registered({ title }, monday)
  await db.inquiryPart.updateMany({ where: { inquiry: { number } }, data: { assigneeId: null } })
  return { number, part: 1, seen: null }
}

const give = (by: Person, to: Person | null, cases: ChosenCase[], form = randomUUID()) =>
  assignParts(by, { form, to: to?.userId ?? null, cases }, tuesday)
const assigneeOf = async ({ number }: ChosenCase) =>
  (await db.inquiryPart.findFirstOrThrow({ where: { inquiry: { number } } })).assigneeId
const absence = (changes: Partial<AbsenceInput> = {}): AbsenceInput => ({
  ...{ form: randomUUID(), userId: second.userId, reason: 'отпуск', standInId: null },
  ...{ firstDay: toLocalDate('2026-06-08'), lastDay: toLocalDate('2026-06-19'), ...changes },
})

describe('giving cases away', () => {
  it('gives many at once, with one letter, and once for one form', async () => {
    const cases = [await lying(), await lying(), await lying()]
    const form = randomUUID()
    const outcome = { ok: true, value: { done: 3, conflicts: [] } }
    expect(await give(head, second, cases, form)).toEqual(outcome)
    expect(await give(head, second, cases, form)).toEqual(outcome)
    for (const chosen of cases) expect(await assigneeOf(chosen)).toBe(second.userId)
    const letters = await db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `cases_assigned:${form}` } } })
    expect(letters.map(({ toAddress }) => toAddress)).toEqual([second.email])
    const events = await db.inquiryEvent.count({ where: { type: 'assigned', data: { path: ['form'], equals: form } } })
    expect(events).toBe(3)
  })

  it('says which were closed, taken or gone meanwhile, and gives the others', async () => {
    const [free, taken, closed] = [await lying(), await lying(), await lying()]
    await give(head, officer, [taken])
    const text = 'Площадка уже занята другим'
    await takeStep(head, closed, { form: randomUUID(), step: 'declined', reason: 'other', text }, tuesday)
    await db.inquiryPart.updateMany({ where: { inquiry: { number: closed.number } }, data: { assigneeId: null } })
    const verdict = await give(head, second, [free, taken, closed, { number: '2026-99999', part: 1, seen: null }])
    expect(verdict).toEqual({
      ok: true,
      value: {
        done: 1,
        conflicts: [
          { number: taken.number, part: 1, code: 'taken', by: officer.name },
          { number: closed.number, part: 1, code: 'closed', by: '' },
          { number: '2026-99999', part: 1, code: 'gone', by: '' },
        ],
      },
    })
    expect([await assigneeOf(free), await assigneeOf(taken)]).toEqual([second.userId, officer.userId])
  })

  it('two heads at once: one gives, the other is told', async () => {
    const [first, last] = [await lying(), await lying()]
    const cases = [first, last]
    const both = await Promise.all([give(head, officer, cases), give(head, second, [...cases].reverse())])
    const done = both.map((verdict) => (verdict.ok ? verdict.value.done : -1))
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(await assigneeOf(first)).toBe(await assigneeOf(last))
  })

  it('lets an officer take what nobody has, and nothing else', async () => {
    const [free, taken] = [await lying(), await lying()]
    await give(head, second, [taken])
    const verdict = await give(officer, officer, [free, { ...taken, seen: second.userId }])
    expect(verdict).toMatchObject({ ok: true, value: { done: 1, conflicts: [{ code: 'taken', by: second.name }] } })
    expect(await thrownStatus(give(officer, second, [free]))).toBe(404)
    expect(await thrownStatus(give(officer, null, [free]))).toBe(404)
  })

  it('keeps to the own body: other people and their cases are as if they were not', async () => {
    const mine = await lying()
    expect(await give(strangeHead, stranger, [mine])).toMatchObject({
      value: { done: 0, conflicts: [{ code: 'gone' }] },
    })
    const investor = await addOfficial(db, 'spk-saryarka', 'company_member', 'Инвестор')
    const unknown = { ...stranger, userId: randomUUID() }
    for (const other of [stranger, investor, unknown]) {
      expect(codeOf(await give(head, other, [mine]))).toBe('unknown_person')
    }
    // Nor whether they are away.
    await markAbsent(strangeHead, { ...absence(), userId: stranger.userId }, tuesday)
    expect(codeOf(await give(head, stranger, [mine]))).toBe('unknown_person')
  })

  it('puts a case back on the desk', async () => {
    const chosen = await lying()
    await give(head, second, [chosen])
    expect(await give(head, null, [{ ...chosen, seen: second.userId }])).toMatchObject({ value: { done: 1 } })
    expect(await assigneeOf(chosen)).toBeNull()
  })
})

describe('absences', () => {
  it('keep new cases away, and are taken back', async () => {
    expect(codeOf(await markAbsent(head, absence(), tuesday))).toBeNull()
    expect(codeOf(await give(head, second, [await lying()]))).toBe('absent')
    const { number } = await registered({}, monday)
    expect(await assigneeOf({ number, part: 1, seen: null })).toBe(officer.userId)
    const { id } = await db.officerAbsence.findFirstOrThrow()
    expect(await thrownStatus(cancelAbsence(strangeHead, id, tuesday))).toBe(404)
    await cancelAbsence(head, id, tuesday)
    await cancelAbsence(head, id, tuesday)
    expect(codeOf(await give(head, second, [await lying()]))).toBeNull()
  })

  it('leave a case on the desk when everybody is away', async () => {
    await markAbsent(head, absence(), tuesday)
    await markAbsent(head, absence({ userId: officer.userId }), tuesday)
    const { number } = await registered({}, monday)
    expect(await assigneeOf({ number, part: 1, seen: null })).toBeNull()
  })

  it.each([
    ['ends_before_it_begins', { lastDay: toLocalDate('2026-06-01') }],
    ['is_over', { firstDay: toLocalDate('2026-05-01'), lastDay: toLocalDate('2026-05-02') }],
    ['too_long', { lastDay: toLocalDate('2027-06-30') }],
  ])('are refused: %s', async (code, changes) => {
    expect(codeOf(await markAbsent(head, absence(changes), tuesday))).toBe(code)
  })

  it('do not overlap, are written once for one form, and stay in the body', async () => {
    const first = absence()
    await markAbsent(head, first, tuesday)
    expect(codeOf(await markAbsent(head, first, tuesday))).toBeNull()
    expect(codeOf(await markAbsent(head, absence({ firstDay: toLocalDate('2026-06-19') }), tuesday))).toBe('overlaps')
    expect(codeOf(await markAbsent(head, absence({ standInId: second.userId }), tuesday))).toBe('stands_in_for_self')
    expect(codeOf(await markAbsent(head, absence({ standInId: stranger.userId }), tuesday))).toBe('unknown_stand_in')
    expect(await thrownStatus(markAbsent(strangeHead, absence(), tuesday))).toBe(404)
    expect(await thrownStatus(markAbsent(officer, absence(), tuesday))).toBe(404)
    expect(await db.officerAbsence.count()).toBe(1)
  })
})

describe('the lists', () => {
  const found = async (by: Person, query: Partial<InboxQuery>, now = tuesday) =>
    (await listInbox(by, { ...wholeTab('desk'), ...query }, page, now)).items.map(({ number }) => number)

  it('find by folded words, person, term and language, and only in the own body', async () => {
    const chosen = await lying('Өңдеу цехы Теміртау')
    await give(head, second, [chosen])
    expect(await found(officer, { q: 'temirtau ондеу' })).toEqual([chosen.number])
    expect(await found(stranger, { q: 'temirtau ондеу' })).toEqual([])
    expect(await found(officer, { q: 'temirtau', who: second.userId })).toEqual([chosen.number])
    expect(await found(officer, { q: 'temirtau', who: nobody })).toEqual([])
    expect(await found(officer, { q: 'temirtau', lang: 'kk' })).toEqual([])
    expect(await found(officer, { q: 'temirtau', state: 'routed' })).toEqual([chosen.number])
    const wednesday = new Date('2026-06-10T09:00:00Z')
    expect(await found(officer, { q: 'temirtau', clock: 'soon' }, wednesday)).toEqual([chosen.number])
    expect(await found(officer, { q: 'temirtau', clock: 'late' }, wednesday)).toEqual([])
    const friday = new Date('2026-06-12T09:00:00Z')
    expect(await found(officer, { q: 'temirtau', clock: 'late' }, friday)).toEqual([chosen.number])
    const lines = (await listInbox(officer, { ...wholeTab('desk'), clock: 'late' }, page, friday)).items
    expect(lines.every(({ due }) => due.ring === 'breached')).toBe(true)
  })

  it('show the head who has how much, what is late and who is away', async () => {
    await markAbsent(head, absence({ standInId: officer.userId }), tuesday)
    const team = await readTeam(head, new Date('2026-06-12T09:00:00Z'))
    const [one] = team.people.filter(({ userId }) => userId === second.userId)
    expect(one).toMatchObject({ absentUntil: '2026-06-19', standInId: officer.userId })
    expect(team.total.open).toBe(team.unassigned + team.people.reduce((sum, { load }) => sum + load.open, 0))
    expect(team.total.late).toBe(team.total.open)
    expect(team.late[0]?.due.ring).toBe('breached')
    expect(team.absences).toMatchObject([{ name: second.name, standIn: officer.name, isNow: true }])
    expect((await readTeam(officer)).people).toEqual([])
  })
})

describe('figures', () => {
  it('are the whole body’s for its head and the own ones for an officer', async () => {
    const whole = await readFigures(head, tuesday)
    const own = await readFigures(officer, tuesday)
    expect(whole.whole.cases).toBe(await db.inquiryPart.count({ where: { organization: { slug: 'spk-saryarka' } } }))
    expect(own.whole.cases).toBe(await db.inquiryPart.count({ where: { assigneeId: officer.userId } }))
    expect(own.byPerson).toBeNull()
    expect(whole.byPerson?.map(({ name }) => name)).toContain(second.name)
    expect((await readFigures(stranger, tuesday)).whole.cases).toBe(0)
  })

  it('are exported without anything that a spreadsheet would run', async () => {
    const { body } = await exportFigures(head, 'ru', 'csv', tuesday)
    const text = new TextDecoder().decode(body)
    expect(text).toContain('"\'=HYPERLINK')
    expect(text).not.toMatch(/[\n,]"?=/)
    expect((await exportFigures(head, 'kk', 'xlsx', tuesday)).body.byteLength).toBeGreaterThan(1000)
  })
})
