import { makeAccount } from '#app/domain/accounts/commands/make-account.server'
import { signIn } from '#app/domain/accounts/commands/sign-in.server'
import { visitor } from '#app/domain/accounts/model'
import { readSignUp } from '#app/domain/accounts/queries/read-sign-up.server'
import { SignUpSchema, type SignUpInput } from '#app/domain/accounts/schema'
import { askToSignUp } from '#app/domain/notices/commands/ask-to-sign-up.server'
import { letterLimits } from '#app/domain/notices/letter-limits.server'
import { useMailer } from '#app/platform/mail/mailer.server'
import { addPerson } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
useMailer(null)

const now = new Date('2026-03-02T10:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const password = 'көк дала мен тау'

beforeEach(() => emptyTables(db))

const typed = (changes: Partial<SignUpInput> = {}): SignUpInput => ({
  ...{ form: randomUUID(), name: 'Jan de Vries', email: 'jan@greensteppe.test', locale: 'en' },
  ...changes,
})

const ask = (input = typed(), client: string = randomUUID(), at = now) =>
  askToSignUp(visitor, input, { client, language: 'kk' }, at)
const letters = () => db.outboxMessage.findMany({ orderBy: { createdAt: 'asc' } })
const tokenIn = (text = '') => /\/en\/sign-up\/confirm\?token=([\w-]+)/.exec(text)?.[1] ?? ''

describe('askToSignUp', () => {
  it('sends a letter whose link makes an account with the password chosen there, once', async () => {
    expect(await ask()).toEqual({ ok: true, value: null })
    const [letter] = await letters()
    const token = tokenIn(letter?.text)
    expect(await db.user.count()).toBe(0)
    expect(JSON.stringify(await db.signUp.findMany())).not.toContain(token)
    expect(await readSignUp(visitor, token, now)).toMatchObject({ state: 'open', email: 'jan@greensteppe.test' })
    expect(await makeAccount(visitor, token, { password: 'short' }, now)).toMatchObject({ code: 'password_short' })
    const made = await Promise.all([1, 2].map(() => makeAccount(visitor, token, { password }, now)))
    expect(made.map((verdict) => (verdict.ok ? 'made' : verdict.code)).sort()).toEqual(['gone', 'made'])
    expect(await db.user.findMany()).toMatchObject([{ name: 'Jan de Vries', emailVerified: true, locale: 'en' }])
    const client = { address: '10.0.0.7', userAgent: 'test' }
    expect(await signIn(visitor, { email: 'jan@greensteppe.test', password }, client)).toMatchObject({ ok: true })
    expect(await readSignUp(visitor, token, now)).toMatchObject({ state: 'used' })
  })

  it('answers for a known address as for any other; only its letter says so', async () => {
    await addPerson(db, { email: 'jan@greensteppe.test' })
    expect(await ask()).toEqual({ ok: true, value: null })
    const [letter] = await letters()
    expect(letter).toMatchObject({ template: 'sign_up_known', toAddress: 'jan@greensteppe.test' })
    expect(tokenIn(letter?.text)).toBe('')
    expect(await db.signUp.count()).toBe(0)
  })

  it('is one letter for one form, however often and fast it comes', async () => {
    const input = typed()
    await Promise.all([ask(input), ask(input), ask(input)])
    expect(await letters()).toHaveLength(1)
  })

  it('stops after too many letters to one address, and from one place, in an hour', async () => {
    for (let count = 0; count < letterLimits.email; count++) expect(await ask()).toMatchObject({ ok: true })
    expect(await ask()).toEqual({ ok: false, code: 'too_many' })
    expect(await letters()).toHaveLength(letterLimits.email)
    for (let count = 0; count < letterLimits.client; count++) await ask(typed({ email: `${count}@x.test` }), 'office')
    expect(await ask(typed({ email: 'more@x.test' }), 'office')).toEqual({ ok: false, code: 'too_many' })
    expect(await ask(typed(), randomUUID(), hours(1.1))).toMatchObject({ ok: true })
  })

  it('makes no account after 48 hours, for a forged link, or when the address has got one meanwhile', async () => {
    await ask()
    const token = tokenIn((await letters())[0]?.text)
    expect(await makeAccount(visitor, token, { password }, hours(48))).toMatchObject({ code: 'gone' })
    expect(await makeAccount(visitor, `${token.slice(0, -2)}zz`, { password }, now)).toMatchObject({ code: 'gone' })
    await addPerson(db, { email: 'jan@greensteppe.test' })
    expect(await makeAccount(visitor, token, { password }, now)).toMatchObject({ code: 'known' })
    expect(await db.user.count()).toBe(1)
  })
})

it.each([
  ['name', 'Jan\r\nBcc: victim@example.com'],
  ['name', '<script>alert(1)</script>'],
  ['name', 'x'.repeat(100_000)],
  ['email', 'jan@greensteppe.test\r\nBcc: victim@example.com'],
  ['email', 'jan@greensteppe.test, victim@example.com'],
  ['email', `${'x'.repeat(300)}@greensteppe.test`],
  ['locale', 'de'],
  ['form', 'not-a-key'],
])('refuses a bad %s at its field (case %#)', (field, value) => {
  const verdict = SignUpSchema.safeParse({ ...typed(), consent: 'on', [field]: value })
  expect(verdict.error?.issues.map(({ path }) => path[0])).toEqual([field])
})

it('refuses a sign-up without consent', () => {
  expect(SignUpSchema.safeParse(typed()).error?.issues.map(({ path }) => path[0])).toEqual(['consent'])
})
