import { sessionCookieName } from '#app/domain/accounts/auth.server'
import { formTokenOf, isOwnForm } from '#app/domain/accounts/form-token.server'
import { signSessionToken } from '#app/domain/accounts/session.server'
import { formTokenField, ownScript } from '#app/platform/http/form-token'
import { readForm } from '#app/platform/http/read-form.server'
import { signatureOf } from '#app/platform/secrets/signature.server'
import { expect, test } from 'vitest'

type Body = URLSearchParams | FormData | string

function sent(session: string | null, body: Body, headers: Record<string, string> = {}): Request {
  const cookie: Record<string, string> =
    session === null ? {} : { cookie: `alan_lang=ru; ${sessionCookieName()}=${signSessionToken(session)}` }
  return new Request('http://localhost/ru/sign-out', { method: 'POST', body, headers: { ...headers, ...cookie } })
}

const tokenOf = (session: string) => formTokenOf(sent(session, '')) ?? ''
const field = (token: string) =>
  new URLSearchParams([
    ['name', 'x'],
    [formTokenField, token],
  ])

function upload(...pairs: [string, string | File][]): FormData {
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}

const file = new File([new Uint8Array(200_000)], 'plan.pdf')

test('A visitor has no token and needs none', async () => {
  expect(formTokenOf(sent(null, ''))).toBeNull()
  expect(await isOwnForm(sent(null, field('')))).toBe(true)
})

test('A token belongs to one session', () => {
  expect(tokenOf('one')).toMatch(/^[\w-]{43}$/)
  expect(tokenOf('one')).toBe(tokenOf('one'))
  expect(tokenOf('one')).not.toBe(tokenOf('two'))
  // The cookie is signed with the same secret: its signature may not stand for the token.
  expect(tokenOf('one')).not.toBe(signatureOf('one'))
})

const own = tokenOf('one')
const other = tokenOf('two')

test.each<[string, Body, Record<string, string>, boolean]>([
  ['its token', field(own), {}, true],
  ['no token', new URLSearchParams({ name: 'x' }), {}, false],
  ['an empty token', field(''), {}, false],
  ['the token of another session', field(other), {}, false],
  ['a token with a sign more', field(`${own}A`), {}, false],
  ['a foreign token before its own', new URLSearchParams([...field(other), ...field(own)]), {}, false],
  ['its token as text', `${formTokenField}=${own}`, { 'content-type': 'text/plain' }, false],
  ['its token before a file', upload([formTokenField, own], ['file', file]), {}, true],
  ['its token after a file', upload(['file', file], [formTokenField, own]), {}, false],
  ['a foreign token before a file', upload([formTokenField, other], ['file', file]), {}, false],
  ['a file by that name', upload([formTokenField, new File([own], 'token')]), {}, false],
  ['a header of our scripts', new URLSearchParams({ name: 'x' }), ownScript, true],
  ['another value of that header', new URLSearchParams({ name: 'x' }), { 'X-Requested-With': 'form' }, false],
])('A form with %s', async (_what, body, headers, isOwn) => {
  expect(await isOwnForm(sent('one', body, headers))).toBe(isOwn)
})

test('The form can be read afterwards, with its files', async () => {
  const request = sent('one', upload([formTokenField, own], ['name', 'x'], ['file', file]))
  expect(await isOwnForm(request)).toBe(true)
  const form = await readForm(request)
  expect([...form.keys()]).toEqual(['name', 'file'])
  expect((form.get('file') as File).size).toBe(200_000)
})
