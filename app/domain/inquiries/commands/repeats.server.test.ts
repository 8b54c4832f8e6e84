import { visitor } from '#app/domain/accounts/model'
import { resendCaseLink } from '#app/domain/inquiries/commands/resend-case-link.server'
import { submitInquiry } from '#app/domain/inquiries/commands/submit-inquiry.server'
import { confirmInquiry } from '#app/domain/inquiries/commands/confirm-inquiry.server'
import { withdrawInquiry, writeAsInvestor } from '#app/domain/inquiries/commands/investor-change.server'
import { isSentByMachine, sealOpening } from '#app/domain/inquiries/form-seal.server'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { readConfirmation } from '#app/domain/inquiries/queries/confirmation.server'
import { foreseeParts } from '#app/domain/inquiries/queries/foreseen-parts.server'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import { makeCaseKey } from '#app/domain/inquiries/case-key.server'
import type { Brief } from '#app/domain/matching/model'
import {
  addOfficial,
  addReference,
  addSite,
  codeOf,
  monday,
  registered,
  sender,
  thrownStatus,
  typed,
} from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const days = (count: number) => new Date(monday.getTime() + count * 86_400_000)

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  await addSite(db, 'TMT-0031', 'temirtau')
  await addSite(db, 'KNT-0019', 'kentau')
})

const from = (address = randomUUID()) => ({ ...sender, address })
const lettersTo = (toAddress: string, template: string) => db.outboxMessage.count({ where: { toAddress, template } })

describe('an inquiry that repeats another', () => {
  it('is told so, unless it is sent again on purpose; the desk then sees which one it repeats', async () => {
    const email = `${randomUUID()}@betpak.kz`
    const first = await registered({ email })
    const repeat = typed({ email, title: 'Переработка ШЕРСТИ!', site: ['TMT-0031', 'BLQ-0042'] })
    expect(codeOf(await submitInquiry(visitor, repeat, from(), days(1)))).toBe('repeats')
    expect(await db.inquiry.count({ where: { email } })).toBe(1)
    const sent = await submitInquiry(visitor, { ...repeat, again: true }, from(), days(1))
    const token = makeCaseKey(sent.ok ? sent.value.reference : '')
    const second = await confirmInquiry(visitor, token, days(1))
    const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    const number = second.ok ? second.value.number : ''
    expect((await readBodyCase(officer, { number, part: 1 })).duplicateOf).toEqual({ number: first.number, part: 1 })
    expect((await readBodyCase(officer, { number: first.number, part: 1 })).duplicateOf).toBeNull()
  })

  it.each([
    ['of somebody else', { email: `${randomUUID()}@betpak.kz` }, 1],
    ['about another site', { site: ['KNT-0019'] }, 1],
    ['with another text', { text: 'Хотим купить землю под склад, весной, без зданий и сетей.', title: 'Склад' }, 1],
    ['two weeks later', {}, 14],
  ])('is none when it is %s', async (_, changes, later) => {
    const email = `${randomUUID()}@betpak.kz`
    await registered({ email })
    expect(codeOf(await submitInquiry(visitor, typed({ email, ...changes }), from(), days(later)))).toBeNull()
  })

  it('is none when the earlier one was withdrawn or never confirmed', async () => {
    const email = `${randomUUID()}@betpak.kz`
    const address = await registered({ email })
    await withdrawInquiry(visitor, address, { form: randomUUID() }, monday)
    expect(codeOf(await submitInquiry(visitor, typed({ email }), from(), days(1)))).toBeNull()
    expect(codeOf(await submitInquiry(visitor, typed({ email }), from(), days(1)))).toBeNull()
  })

  it('gets the link of the earlier one by mail, once an hour, and nothing where there is none', async () => {
    const email = `${randomUUID()}@betpak.kz`
    const { number } = await registered({ email })
    const input = typed({ email })
    await Promise.all([resendCaseLink(visitor, input, days(1)), resendCaseLink(visitor, input, days(1))])
    expect(await lettersTo(email, 'inquiry_link')).toBe(1)
    const letter = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: email, template: 'inquiry_link' } })
    expect(letter.text).toContain(`/ru/inquiries/${number}?key=`)
    const stranger = `${randomUUID()}@betpak.kz`
    await resendCaseLink(visitor, typed({ email: stranger }), days(1))
    expect(await lettersTo(stranger, 'inquiry_link')).toBe(0)
  })
})

describe('an inquiry about several sites, with a brief', () => {
  const brief: Brief = {
    activity: 'Цех металлоконструкций',
    startOn: null,
    jobs: 40,
    investmentKzt: null,
    needs: { electricity: { min: 400, importance: 'must' } },
  }
  const site = ['BLQ-0042', 'TMT-0031', 'KNT-0019']

  it('keeps the brief as it was, for the investor and before that on the page of the link', async () => {
    const verdict = await submitInquiry(visitor, typed({ site }), from(), monday, brief)
    const token = makeCaseKey(verdict.ok ? verdict.value.reference : '')
    expect(await readConfirmation(visitor, token, monday)).toMatchObject({ state: 'open', brief })
    const confirmed = await confirmInquiry(visitor, token, monday)
    const address = confirmed.ok ? confirmed.value : { number: '', key: '' }
    const found = await readInvestorCase(visitor, address, monday)
    expect(found.brief).toEqual(brief)
    expect(found.parts).toHaveLength(2)
    expect((await readInvestorCase(visitor, await registered(), monday)).brief).toBeNull()
  })

  it('is foreseen as the parts that it then has', async () => {
    const sites = site.map((number) => ({ number, regionKey: number === 'KNT-0019' ? 'turkistan' : 'karaganda' }))
    const foreseen = await foreseeParts(visitor, sites, monday)
    const found = await readInvestorCase(visitor, await registered({ site }), monday)
    expect(foreseen.map(({ body, routing, sites: numbers }) => [body.en, routing.reason, numbers])).toEqual(
      found.parts.map((part) => [part.body.en, part.routing.reason, part.sites.map(({ number }) => number)]),
    )
  })

  it('lets each part go its own way', async () => {
    const address = await registered({ site })
    await withdrawInquiry(visitor, address, { form: randomUUID(), part: 1 }, days(1))
    const write = (part: number) =>
      writeAsInvestor(visitor, address, { form: randomUUID(), part, text: 'Когда ответ?' }, days(1))
    expect(codeOf(await write(1))).toBe('not_allowed')
    expect(codeOf(await write(2))).toBeNull()
    expect(await thrownStatus(write(3))).toBe(404)
  })
})

describe('the seal of a form', () => {
  it('tells a person from who sends at once, without a seal, or with one of their own', () => {
    const seal = sealOpening(monday)
    const later = (ms: number) => new Date(monday.getTime() + ms)
    expect(isSentByMachine(seal, later(2000))).toBe(false)
    expect(isSentByMachine(seal, later(7 * 86_400_000))).toBe(false)
    expect(isSentByMachine(seal, later(1999))).toBe(true)
    expect(isSentByMachine(undefined, later(9000))).toBe(true)
    expect(isSentByMachine(`${monday.getTime() - 60_000}.${seal.split('.')[1]}`, later(9000))).toBe(true)
    expect(isSentByMachine('x.y.z', later(9000))).toBe(true)
  })
})
