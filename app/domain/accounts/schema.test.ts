import { demoAddress } from '#app/domain/accounts/demo'
import {
  AcceptSchema,
  ChangePasswordSchema,
  EndSessionSchema,
  InviteSchema,
  OrganizationFilterSchema,
  ResetSchema,
  SignInSchema,
} from '#app/domain/accounts/schema'
import { describe, expect, it } from 'vitest'

const invite = { email: ' New@Balkhash.KZ ', name: ' Дана Ахметова ', role: 'akimat_editor', locale: 'kk' }

/** First message of each field that is wrong. */
function problems(schema: typeof InviteSchema | typeof AcceptSchema | typeof SignInSchema, input: object) {
  const parsed = schema.safeParse(input)
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.toReversed().map((issue) => [issue.path[0], issue.message]))
}

describe('InviteSchema', () => {
  it.each(['Ж. Қ. Сейтқали', "О'Нил", 'Иванов И.И.', 'А.Б.Иванов'])('takes the name %s', (name) => {
    expect(InviteSchema.parse({ ...invite, name }).name).toBe(name)
  })

  it('keeps the address in one form and the name without the spaces around it', () => {
    expect(InviteSchema.parse(invite)).toEqual({ ...invite, email: 'new@balkhash.kz', name: 'Дана Ахметова' })
  })

  it.each([
    [{ email: undefined }, { email: 'accounts.error.email_missing' }],
    [{ email: 'nobody' }, { email: 'accounts.error.email_bad' }],
    [{ email: 'a@b.kz\r\nBcc: all@b.kz' }, { email: 'accounts.error.email_bad' }],
    [{ email: 'a@b.kz, c@d.kz' }, { email: 'accounts.error.email_bad' }],
    [{ email: `${'a'.repeat(260)}@b.kz` }, { email: 'accounts.error.email_bad' }],
    [{ name: ' ' }, { name: 'accounts.error.name_missing' }],
    [{ name: 'а'.repeat(101) }, { name: 'accounts.error.name_long' }],
    [{ name: 'Дана\r\nBcc: x@y.kz' }, { name: 'accounts.error.name_bad' }],
    [{ name: '<b>Дана</b>' }, { name: 'accounts.error.name_bad' }],
    [{ name: 'Ваш счёт закрыт, подтвердите на http://evil.example/kz' }, { name: 'accounts.error.name_bad' }],
    [{ name: 'Дана evil.example' }, { name: 'accounts.error.name_bad' }],
    [{ role: 'admin' }, { role: 'accounts.error.choose' }],
    [{ locale: 'de' }, { locale: 'accounts.error.choose' }],
  ])('refuses %j', (change, expected) => {
    expect(problems(InviteSchema, { ...invite, ...change })).toEqual(expected)
  })
})

it('binds a repeat that differs to its own field', () => {
  const input = { name: 'Дана', password: 'көк дала мен тау', repeat: 'көк дала' }
  expect(problems(AcceptSchema, input)).toEqual({ repeat: 'accounts.error.password_repeat' })
  expect(problems(AcceptSchema, { ...input, repeat: input.password })).toEqual({})
})

it('asks for both fields at sign-in', () => {
  expect(problems(SignInSchema, { email: 'a\0@b.kz', password: 'x' })).toEqual({ email: 'accounts.error.email_bad' })
  expect(problems(SignInSchema, {})).toEqual({
    email: 'accounts.error.email_missing',
    password: 'accounts.error.password_missing',
  })
})

it('leaves out what it cannot read in the list of organisations', () => {
  expect(OrganizationFilterSchema.parse({ q: ' балхаш ', kind: 'spk' })).toEqual({ q: 'балхаш', kind: 'spk' })
  expect(OrganizationFilterSchema.parse({ q: 'x'.repeat(200), kind: 'ministry' })).toEqual({ q: '', kind: null })
  expect(OrganizationFilterSchema.parse({ q: null, kind: null })).toEqual({ q: '', kind: null })
  expect(OrganizationFilterSchema.parse({ q: 'a\u0000b', kind: null })).toEqual({ q: '', kind: null })
})

it.each([
  ['editor@balkhash.demo', 'editor@balkhash.demo'],
  ['head@region-karaganda.demo', 'head@region-karaganda.demo'],
  ['editor@balkhash.kz', null],
  ['"><script>@x.demo', null],
  [null, null],
])('?as=%s fills in %s', (text, address) => {
  expect(demoAddress(text)).toBe(address)
})

describe('the forms of password and sign-ins', () => {
  it.each([
    [EndSessionSchema, { intent: 'end', id: "' or 1=1" }, ['accounts.error.form']],
    [EndSessionSchema, { intent: 'delete' }, ['accounts.error.form']],
    [ChangePasswordSchema, { password: 'a', repeat: 'b', current: 'c' }, ['accounts.error.password_repeat']],
    [ChangePasswordSchema, { password: 'a', repeat: 'a' }, ['accounts.error.password_missing']],
    [ResetSchema, { form: 'x', email: 'a@b.kz' }, ['accounts.error.form']],
    [ResetSchema, { form: crypto.randomUUID(), email: 'a@b.kz\r\nBcc: c@d.kz' }, ['accounts.error.email_bad']],
  ])('say what is wrong in words of ours (case %#)', (schema, input, messages) => {
    const parsed = (schema as typeof ResetSchema).safeParse(input)
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(messages)
  })
})
