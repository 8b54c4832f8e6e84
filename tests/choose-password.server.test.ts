import { signIn } from '#app/domain/accounts/commands/sign-in.server'
import { visitor } from '#app/domain/accounts/model'
import { no, yes } from '#app/domain/kernel/verdict'
import { addPerson } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { expect, it } from 'vitest'
import { choosePassword } from '#app/routes/auth/enter.server'

const { db } = await testDatabase()
const password = 'көк дала мен тау'

it('lets in whoever chose a password by a letter while others try theirs, and nobody by a link that is spent', async () => {
  const { email } = await addPerson(db, { password })
  await signIn(visitor, { email, password: 'wrong password' }, { address: '6.6.6.6', userAgent: '' })
  await db.rateLimit.updateMany({ where: { key: { startsWith: 'sign-in/stranger/' } }, data: { count: 50 } })
  const choose = async (isOpen: boolean) => {
    const request = new Request('http://localhost/ru/reset-password/confirm', {
      method: 'POST',
      headers: { 'x-forwarded-for': '10.7.7.7' },
      body: new URLSearchParams({ password, repeat: password }),
    })
    const save = () => Promise.resolve(isOpen ? yes(null) : no('gone'))
    const answer = await choosePassword(request, 'ru', { email, save, next: () => '/ru/account' })
    return answer instanceof Response ? answer.headers.get('location') : answer.data
  }
  expect(await choose(false)).toBe('/ru/sign-in')
  expect(await choose(true)).toBe('/ru/account')
  expect(await choose(false)).toBe('/ru/account')
})
