import { applyReorganizations } from '#app/domain/inquiries/commands/apply-reorganizations.server'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { addDays, localDateOf, startOfDay, utcMidnightOf } from '#app/domain/kernel/local-date'
import { keepDesks } from '#app/domain/routing/commands/keep-desks.server'
import { planReorganization } from '#app/domain/routing/commands/reorganize.server'
import { addOfficial, addReference, addSite, monday, registered, thrownStatus } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const today = localDateOf(monday)
const day = addDays(today, 1)
const dayOf = startOfDay(day, 10)
const source = 'постановление № 7'

beforeEach(async () => {
  await emptyTables(db)
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
})

const admin = async () => signedIn(db, (await addPerson(db, { platformRole: 'admin' })).id)

async function plan(people: boolean) {
  const order = { kind: 'successor', body: 'spk-saryarka', successor: 'spk-tobol', day, source, people } as const
  const verdict = await planReorganization(await admin(), order, monday)
  if (!verdict.ok) throw new Error(verdict.code)
}

describe('the day of a reorganisation', () => {
  it('an inquiry of the last day before it goes on with the successor, on the terms it has', async () => {
    const old = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    const next = await addOfficial(db, 'spk-tobol', 'spk_officer')
    await plan(false)
    const { number } = await registered({ site: ['BLQ-0042'] })
    const before = await readBodyCase(old, { number, part: 1 }, dayOf)
    await applyReorganizations(db, monday)
    expect((await readBodyCase(old, { number, part: 1 }, dayOf)).body.ru).toBe(before.body.ru)

    await applyReorganizations(db, dayOf)
    await applyReorganizations(db, dayOf)
    expect(await thrownStatus(readBodyCase(old, { number, part: 1 }, dayOf))).toBe(404)
    const after = await readBodyCase(next, { number, part: 1 }, dayOf)
    expect(after).toMatchObject({ isMine: true, routing: { reason: 'succeeded', facts: { source, day } } })
    expect([after.clocks.legal, after.clocks.promise]).toEqual([before.clocks.legal, before.clocks.promise])
    expect(after.history.filter(({ type }) => type === 'succeeded')).toHaveLength(1)
    const letters = await db.outboxMessage.findMany({ where: { template: 'inquiry_state' } })
    expect(letters).toHaveLength(1)
    expect((await db.reorganization.findFirstOrThrow()).appliedAt).toEqual(dayOf)
  })

  it('people go with their cases when that was planned, and a later reopened case follows', async () => {
    const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    await plan(true)
    const { number } = await registered({ site: ['BLQ-0042'] })
    await db.inquiryPart.updateMany({ data: { closedAt: monday } })
    await applyReorganizations(db, dayOf)
    expect(await db.inquiryPart.count({ where: { organization: { slug: 'spk-saryarka' } } })).toBe(1)
    await db.inquiryPart.updateMany({ data: { closedAt: null } })
    await applyReorganizations(db, startOfDay(addDays(day, 1)))
    const moved = await signedIn(db, officer.userId)
    expect(await readBodyCase(moved, { number, part: 1 }, dayOf)).toMatchObject({ isMine: true })
  })

  it('a new name holds from its day', async () => {
    const names = { name_kk: 'Жаңа', name_ru: 'Новая', name_en: 'New' }
    await planReorganization(await admin(), { kind: 'rename', body: 'spk-tobol', ...names, day, source }, monday)
    const nameOf = async () => (await db.organization.findUniqueOrThrow({ where: { slug: 'spk-tobol' } })).nameRu
    await applyReorganizations(db, new Date(utcMidnightOf(today)))
    expect(await nameOf()).not.toBe('Новая')
    await applyReorganizations(db, dayOf)
    expect(await nameOf()).toBe('Новая')
  })
})

describe('a sector desk', () => {
  it('gets the cases of its sector, whoever else has fewer', async () => {
    const atDesk = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    await addOfficial(db, 'spk-saryarka', 'spk_officer')
    await keepDesks(await admin(), 'spk-saryarka', [{ sectorKey: 'agriculture', userId: atDesk.userId }])
    for (const title of ['Теплица', 'Мельница', 'Ферма']) await registered({ sector: 'agriculture', title })
    expect(await db.inquiryPart.count({ where: { assigneeId: atDesk.userId } })).toBe(3)
  })
})
