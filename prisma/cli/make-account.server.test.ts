import { visitor } from '#app/domain/accounts/model'
import { readReset } from '#app/domain/accounts/queries/read-reset.server'
import { addPerson, addSession } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { expect, it } from 'vitest'
import { accountLink } from './make-account'

const { db, url } = await testDatabase()
const run = (...args: string[]) => accountLink(url, args)
const tokenIn = (link: string) => new URL(link).searchParams.get('token') ?? ''

it('makes the first administrator, whose printed link leads to a password', async () => {
  const link = await run('--role', 'admin', '--email', ' First@Example.kz', '--name', 'Айгерим', '--language', 'kk')
  expect(await db.user.findUnique({ where: { email: 'first@example.kz' } })).toMatchObject({
    ...{ role: 'admin', locale: 'kk', name: 'Айгерим' },
  })
  expect(link).toContain('/kk/reset-password/confirm?token=')
  expect(await readReset(visitor, tokenIn(link))).toEqual({ email: 'first@example.kz', state: 'open' })
})

it('lets an administrator back in who has lost everything', async () => {
  const admin = await addPerson(db, { platformRole: 'admin' })
  await addSession(db, admin.id)
  const link = await run('--role', 'auditor', '--email', admin.email, '--name', 'Somebody else')
  expect(await db.user.findUnique({ where: { id: admin.id } })).toMatchObject({ role: 'auditor', name: admin.name })
  expect(await db.secondFactor.count()).toBe(0)
  expect(await db.session.count()).toBe(0)
  expect(await readReset(visitor, tokenIn(link))).toEqual({ email: admin.email, state: 'open' })
})

it.each([
  [['--role', 'owner', '--email', 'a@b.kz', '--name', 'Dana']],
  [['--role', 'admin', '--email', 'not an address', '--name', 'Dana']],
  [['--role', 'admin', '--email', 'a@b.kz']],
])('says how it is used for %j', async (args) => {
  await expect(run(...args)).rejects.toThrow(/^make-account --role admin\|auditor/)
  expect(await db.user.count({ where: { email: 'a@b.kz' } })).toBe(0)
})
