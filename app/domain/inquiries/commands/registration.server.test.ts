import { visitor, type Actor } from '#app/domain/accounts/model'
import { confirmInquiry } from '#app/domain/inquiries/commands/confirm-inquiry.server'
import { resendConfirmation, submitInquiry } from '#app/domain/inquiries/commands/submit-inquiry.server'
import { readConfirmation, readSubmission } from '#app/domain/inquiries/queries/confirmation.server'
import { readInvestorCase } from '#app/domain/inquiries/queries/investor-case.server'
import { hourlyLimits } from '#app/domain/inquiries/rules'
import {
  addOfficial,
  addReference,
  addSite,
  codeOf,
  monday,
  registered,
  sender,
  submitted,
  thrownStatus,
  typed,
} from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { beforeAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const hour = 3_600_000
const later = (ms: number, from = monday) => new Date(from.getTime() + ms)

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  await addSite(db, 'TMT-0031', 'temirtau')
  await addSite(db, 'KNT-0019', 'kentau')
  await addSite(db, 'BLQ-0001', 'balkhash', 'draft')
  await addSite(db, 'BLQ-0002', 'balkhash', 'occupied')
})

const lettersTo = (toAddress: string) =>
  db.outboxMessage.findMany({ where: { toAddress }, orderBy: { createdAt: 'asc' } })

describe('submitInquiry', () => {
  it('keeps one inquiry and sends one letter for one form, however often and however fast it comes', async () => {
    const input = typed()
    const verdicts = await Promise.all(Array.from({ length: 6 }, () => submitInquiry(visitor, input, sender, monday)))
    expect(new Set(verdicts.map((verdict) => JSON.stringify(verdict))).size).toBe(1)
    expect(await db.inquiry.count({ where: { email: input.email } })).toBe(1)
    const letters = await lettersTo(input.email)
    expect(letters.map(({ template, locale }) => [template, locale])).toEqual([['inquiry_confirm', 'ru']])
    expect(letters[0]?.text).toContain('/ru/inquiries/confirm?token=')
    expect(letters[0]?.text).toContain('Цех BLQ-0042 (BLQ-0042)')
  })

  it('takes a form that was changed after sending for another inquiry', async () => {
    const input = typed()
    await submitInquiry(visitor, input, sender, monday)
    await submitInquiry(visitor, { ...input, text: 'Нет, нужно 800 кВт и подъездной путь.' }, sender, monday)
    expect(await db.inquiry.count({ where: { email: input.email } })).toBe(2)
  })

  it('asks nobody about a site that has no public page or is taken', async () => {
    for (const site of ['BLQ-0001', 'BLQ-0002', 'BLQ-9999']) {
      const input = typed({ site: ['BLQ-0042', site] })
      expect(await submitInquiry(visitor, input, sender, monday)).toEqual({
        ok: false,
        code: 'site_unavailable',
        params: { number: site },
      })
      expect(await lettersTo(input.email)).toEqual([])
    }
  })

  it('stops one person, and one place, after too many in an hour', async () => {
    const email = 'flood@betpak.kz'
    const send = (minutes: number, changes = {}) =>
      submitInquiry(visitor, typed({ email, ...changes }), { ...sender, address: 'flood' }, later(minutes * 60_000))
    for (let count = 0; count < hourlyLimits.email; count++) expect(codeOf(await send(count))).toBeNull()
    expect(codeOf(await send(10))).toBe('too_many')
    expect(await lettersTo(email)).toHaveLength(hourlyLimits.email)
    for (let count = hourlyLimits.email; count < hourlyLimits.client; count++) {
      expect(codeOf(await send(10, { email: `flood${count}@betpak.kz` }))).toBeNull()
    }
    expect(codeOf(await send(11, { email: 'one-more@betpak.kz' }))).toBe('too_many')
    expect(codeOf(await send(61))).toBeNull()
  })

  it('counts forms that are sent at the same moment', async () => {
    const forms = Array.from({ length: 12 }, () => typed({ email: 'at-once@betpak.kz' }))
    await Promise.all(forms.map((form) => submitInquiry(visitor, form, { ...sender, address: form.form }, monday)))
    expect(await lettersTo('at-once@betpak.kz')).toHaveLength(hourlyLimits.letters)
    expect(await db.inquiry.count({ where: { email: 'at-once@betpak.kz' } })).toBe(forms.length)
  })

  it('hears a person whose address somebody else has used up, elsewhere or signed in', async () => {
    const { id, email } = await addPerson(db, { email: 'investor@bigfirm.kz' })
    const send = (actor: Actor, address: string) =>
      submitInquiry(actor, typed({ email }), { ...sender, address }, monday)
    for (let count = 0; count < hourlyLimits.email; count++) await send(visitor, 'stranger')
    expect(codeOf(await send(visitor, 'stranger'))).toBe('too_many')
    expect(codeOf(await send(visitor, 'elsewhere'))).toBeNull()
    expect(await lettersTo(email)).toHaveLength(hourlyLimits.email + 1)

    for (let count = 0; count < hourlyLimits.client; count++) await send(visitor, `stranger${count}`)
    const before = (await lettersTo(email)).length
    expect(before).toBe(hourlyLimits.letters)
    const person = await signedIn(db, id)
    for (let count = 0; count < hourlyLimits.email; count++) expect(codeOf(await send(person, 'stranger'))).toBeNull()
    expect(await lettersTo(email)).toHaveLength(before + hourlyLimits.email)
    expect(codeOf(await send(person, 'stranger'))).toBe('too_many')
    await db.user.update({ where: { id }, data: { emailVerified: false } })
    await send(person, 'unproven')
    expect(await lettersTo(email)).toHaveLength(before + hourlyLimits.email)
  })

  it('keeps a form whose letter may not go any more, and sends it when the hour is over', async () => {
    const email = 'full@betpak.kz'
    const send = (address: string) => submitInquiry(visitor, typed({ email }), { ...sender, address }, monday)
    for (let count = 0; count < hourlyLimits.letters; count++) await send(`stranger${count}`)
    const verdict = await send('elsewhere')
    const reference = verdict.ok ? verdict.value.reference : ''
    expect(await lettersTo(email)).toHaveLength(hourlyLimits.letters)
    const wait = { isSent: false, resendSeconds: 1800 }
    expect(await readSubmission(visitor, reference, later(hour / 2))).toMatchObject(wait)
    const early = await resendConfirmation(visitor, reference, later(hour / 2))
    expect(early).toEqual({ ok: false, code: 'too_soon', params: { seconds: 1800 } })

    expect(codeOf(await resendConfirmation(visitor, reference, later(hour)))).toBeNull()
    expect(await readSubmission(visitor, reference, later(hour))).toMatchObject({ isSent: true, isConfirmed: false })
    const token = /token=([\w-]+)/.exec((await lettersTo(email)).at(-1)?.text ?? '')?.[1] ?? ''
    expect(codeOf(await confirmInquiry(visitor, token, later(2 * hour)))).toBeNull()
  })
})

describe('resendConfirmation', () => {
  it('waits a minute, then twice as long after each letter, and gives the link another 48 hours', async () => {
    const input = typed()
    const verdict = await submitInquiry(visitor, input, sender, monday)
    const reference = verdict.ok ? verdict.value.reference : ''
    const resend = (seconds: number) => resendConfirmation(visitor, reference, later(seconds * 1000))
    expect(await resend(20)).toEqual({ ok: false, code: 'too_soon', params: { seconds: 40 } })
    expect(codeOf(await resend(60))).toBeNull()
    expect(await resend(100)).toEqual({ ok: false, code: 'too_soon', params: { seconds: 20 } })
    expect(codeOf(await resend(120))).toBeNull()
    expect(codeOf(await resend(200))).toBe('too_soon')
    expect(await lettersTo(input.email)).toHaveLength(3)
    expect(await readSubmission(visitor, reference, later(200_000))).toMatchObject({ resendSeconds: 40 })
    expect(codeOf(await resendConfirmation(visitor, 'nobody-knows-this-reference', monday))).toBe('unknown')
  })

  it('counts with the letters of an hour, so that forms sent before cannot flood an address', async () => {
    const email = 'resent@betpak.kz'
    const references: string[] = []
    for (let count = 0; count < hourlyLimits.letters; count++) {
      const verdict = await submitInquiry(visitor, typed({ email }), { ...sender, address: `r${count % 3}` }, monday)
      if (verdict.ok) references.push(verdict.value.reference)
    }
    for (const minutes of [1, 2, 4, 8, 16, 32]) {
      for (const reference of references) await resendConfirmation(visitor, reference, later(minutes * 60_000))
    }
    expect(await lettersTo(email)).toHaveLength(hourlyLimits.letters)
  })

  it('revives a link that has expired', async () => {
    const input = typed()
    const verdict = await submitInquiry(visitor, input, sender, monday)
    const reference = verdict.ok ? verdict.value.reference : ''
    const token = /token=([\w-]+)/.exec((await lettersTo(input.email))[0]?.text ?? '')?.[1] ?? ''
    const late = later(48 * hour)
    expect(codeOf(await confirmInquiry(visitor, token, late))).toBe('expired')
    expect(await readConfirmation(visitor, token, late)).toMatchObject({ state: 'expired', reference })
    expect(await db.inquiryPart.count({ where: { inquiry: { email: input.email } } })).toBe(0)
    expect(codeOf(await resendConfirmation(visitor, reference, late))).toBeNull()
    expect(codeOf(await confirmInquiry(visitor, token, later(hour, late)))).toBeNull()
    expect(codeOf(await resendConfirmation(visitor, reference, later(2 * hour, late)))).toBe('confirmed')
  })
})

describe('confirmInquiry', () => {
  it('registers once under ten clicks at the same moment', async () => {
    const email = 'ten-clicks@betpak.kz'
    const token = await submitted({ email })
    const before = await db.counter.findUnique({ where: { key: 'inquiry/2026' } })
    const verdicts = await Promise.all(Array.from({ length: 10 }, () => confirmInquiry(visitor, token, monday)))
    const number = verdicts[0]?.ok ? verdicts[0].value.number : ''
    expect(number).toMatch(/^2026-\d{5}$/)
    expect(verdicts).toEqual(verdicts.map(() => ({ ok: true, value: { number, key: token } })))
    const after = await db.counter.findUniqueOrThrow({ where: { key: 'inquiry/2026' } })
    expect(after.last).toBe((before?.last ?? 0) + 1)
    const parts = await db.inquiryPart.findMany({
      where: { inquiry: { number } },
      include: { organization: true, events: { orderBy: { sequence: 'asc' } } },
    })
    expect(parts.map((part) => [part.organization.slug, part.state, part.events.map(({ type }) => type)])).toEqual([
      ['spk-saryarka', 'routed', ['submitted', 'confirmed', 'registered', 'routed']],
    ])
    expect((await lettersTo(email)).map(({ template }) => template)).toEqual(['inquiry_confirm', 'inquiry_registered'])
  })

  it('gives numbers without gaps or repeats to people who confirm at the same moment', async () => {
    const tokens = await Promise.all(Array.from({ length: 8 }, () => submitted()))
    const verdicts = await Promise.all(tokens.map((token) => confirmInquiry(visitor, token, monday)))
    const numbers = verdicts
      .map((verdict) => (verdict.ok ? Number(verdict.value.number.slice(5)) : 0))
      .sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
  })

  it('makes one part for each responsible body, with the reason and its facts', async () => {
    const { number, key } = await registered({ site: ['KNT-0019', 'BLQ-0042', 'TMT-0031'] })
    const found = await readInvestorCase(visitor, { number, key }, monday)
    expect(
      found.parts.map(({ body, routing, sites }) => [body.en, routing.reason, sites.map((site) => site.number)]),
    ).toEqual([
      ['SPK Saryarka', 'spk_of_region', ['BLQ-0042', 'TMT-0031']],
      [expect.stringContaining('SPK'), 'spk_of_region', ['KNT-0019']],
    ])
    expect(found.parts[0]?.routing.facts).toMatchObject({
      region: 'karaganda',
      day: '2026-06-08',
      regionName: { ru: 'Карагандинская область' },
    })
  })

  it('counts an evening as the next working day, and a New Year night as the new year', async () => {
    const evening = new Date('2026-06-05T14:00:00Z')
    const { number, key } = await registered({}, evening)
    const found = await readInvestorCase(visitor, { number, key }, evening)
    expect(found.parts[0]?.clocks).toMatchObject({
      registeredOn: '2026-06-08',
      legal: { due: '2026-06-29' },
      due: { due: '2026-06-10', key: 'first_answer' },
    })
    expect((await registered({}, new Date('2026-12-31T16:00:00Z'))).number).toMatch(/^2027-/)
  })

  it('gives the case to the officer with the fewest open ones, and tells only this one', async () => {
    const busy = await addOfficial(db, 'spk-ulytau', 'spk_officer', 'Нурлан')
    const free = await addOfficial(db, 'spk-ulytau', 'spk_officer', 'Сауле')
    const head = await addOfficial(db, 'spk-ulytau', 'spk_head', 'Ерлан')
    await addSite(db, 'STP-0007', 'satpayev')
    const site = ['STP-0007']
    await registered({ site })
    await registered({ site })
    const assignees = await db.inquiryPart.findMany({
      where: { organization: { slug: 'spk-ulytau' } },
      select: { assigneeId: true },
    })
    expect(new Set(assignees.map(({ assigneeId }) => assigneeId))).toEqual(new Set([busy.userId, free.userId]))
    expect(await lettersTo(head.email)).toEqual([])
    expect((await lettersTo(free.email)).map(({ template }) => template)).toEqual(['officer_new_inquiry'])
  })

  it('says 404 to a token that is none', async () => {
    expect(await thrownStatus(confirmInquiry(visitor, 'x'.repeat(43), monday))).toBe(404)
  })
})
