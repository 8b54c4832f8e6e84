import { visitor, type Person } from '#app/domain/accounts/model'
import { withdrawInquiry } from '#app/domain/inquiries/commands/investor-change.server'
import { keepInquiry, keepOfferedInquiries } from '#app/domain/inquiries/commands/keep-inquiry.server'
import { ratePart } from '#app/domain/inquiries/commands/rate-part.server'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import { listOwnInquiries } from '#app/domain/inquiries/queries/own-inquiries.server'
import {
  addOfficial,
  addReference,
  addSite,
  codeOf,
  monday,
  registered,
  thrownStatus,
} from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const dayMs = 86_400_000
const later = (days: number) => new Date(monday.getTime() + days * dayMs)

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  await addSite(db, 'KNT-0019', 'kentau')
})

const person = async (email?: string): Promise<Person> => signedIn(db, (await addPerson(db, { email })).id)
const form = () => ({ form: randomUUID() })

describe('an inquiry in an account', () => {
  it('opens without the key to its keeper and to nobody else', async () => {
    const [keeper, other] = [await person(), await person()]
    const { number, key } = await registered()
    const keyless = { number, key: null }
    expect(await thrownStatus(readInvestorCase(keeper, keyless))).toBe(404)
    expect(await thrownStatus(keepInquiry(keeper, keyless))).toBe(404)
    expect(await thrownStatus(keepInquiry(keeper, { number, key: 'a'.repeat(43) }))).toBe(404)
    expect(codeOf(await keepInquiry(keeper, { number, key }))).toBeNull()
    expect(codeOf(await keepInquiry(keeper, keyless))).toBeNull()
    expect((await readInvestorCase(keeper, keyless)).keeping).toBe('mine')
    expect(await thrownStatus(readInvestorCase(other, keyless))).toBe(404)
    expect(await thrownStatus(readInvestorCase(visitor, keyless))).toBe(404)
    expect((await readInvestorCase(other, { number, key })).keeping).toBe('other')
    expect(codeOf(await keepInquiry(other, { number, key }))).toBe('kept_elsewhere')
    expect((await listOwnInquiries(keeper)).lines.map((line) => line.number)).toEqual([number])
    expect((await listOwnInquiries(other)).lines).toEqual([])
  })

  it('is offered to who has confirmed its address, and then it is theirs, whoever kept it before', async () => {
    const email = `${randomUUID()}@betpak.kz`
    const { number, key } = await registered({ email, site: ['BLQ-0042', 'KNT-0019'] })
    const stranger = await person()
    await keepInquiry(stranger, { number, key })
    const owner = await person(email)
    expect((await listOwnInquiries(owner)).offered).toEqual([{ number, title: 'Переработка шерсти' }])
    expect(await keepOfferedInquiries(owner)).toBe(1)
    expect(await keepOfferedInquiries(owner)).toBe(0)
    const { lines, offered } = await listOwnInquiries(owner)
    expect(offered).toEqual([])
    expect(lines.map(({ number: of, part, parts }) => [of, part, parts])).toEqual([
      [number, 1, 2],
      [number, 2, 2],
    ])
    expect((await listOwnInquiries(stranger)).lines).toEqual([])
  })

  it('is offered to nobody whose address is not confirmed', async () => {
    const email = `${randomUUID()}@betpak.kz`
    await registered({ email })
    const unproven = await person(email)
    await db.user.update({ where: { id: unproven.userId }, data: { emailVerified: false } })
    expect((await listOwnInquiries(unproven)).offered).toEqual([])
    expect(await keepOfferedInquiries(unproven)).toBe(0)
  })
})

describe('withdrawing', () => {
  it('ends one part and leaves the other, once', async () => {
    const address = await registered({ site: ['BLQ-0042', 'KNT-0019'] })
    const input = { ...form(), part: 2 }
    expect(codeOf(await withdrawInquiry(visitor, address, input, monday))).toBeNull()
    expect(codeOf(await withdrawInquiry(visitor, address, input, monday))).toBeNull()
    const states = async () => (await readInvestorCase(visitor, address)).parts.map(({ state }) => state)
    expect(await states()).toEqual(['routed', 'withdrawn'])
    expect(codeOf(await withdrawInquiry(visitor, address, { ...form(), part: 2 }, monday))).toBe('not_allowed')
    expect(codeOf(await withdrawInquiry(visitor, address, { ...form(), part: 3 }, monday))).toBe('not_allowed')
    expect(codeOf(await withdrawInquiry(visitor, address, form(), monday))).toBeNull()
    expect(await states()).toEqual(['withdrawn', 'withdrawn'])
  })
})

describe('ratePart', () => {
  it('takes one rating of a part that has ended, changed for 14 days, and shows it to the body', async () => {
    const address = await registered()
    const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    const rate = (stars: number, at: Date) =>
      ratePart(visitor, address, { part: 1, stars, text: 'Ответили быстро' }, at)
    expect(codeOf(await rate(5, monday))).toBe('not_ratable')
    await withdrawInquiry(visitor, address, form(), monday)
    expect(codeOf(await rate(2, later(30)))).toBeNull()
    expect(codeOf(await rate(4, later(43)))).toBeNull()
    expect(codeOf(await rate(1, later(44)))).toBe('not_ratable')
    expect((await readBodyCase(officer, { number: address.number, part: 1 })).rating).toMatchObject({
      stars: 4,
      text: 'Ответили быстро',
    })
    expect(await db.inquiryRating.count({ where: { part: { inquiry: { number: address.number } } } })).toBe(1)
    expect(
      await thrownStatus(ratePart(visitor, { ...address, key: 'b'.repeat(43) }, { part: 1, stars: 1, text: '' })),
    ).toBe(404)
  })
})
