import { hashPassword, isOldHash, verifyPassword } from '#app/platform/secrets/password.server'
import { hashPassword as hashWithScrypt } from 'better-auth/crypto'
import { expect, it } from 'vitest'

it('knows a password by its argon2id hash, however its letters were composed', async () => {
  const hash = await hashPassword('йод и ёлка')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await hashPassword('йод и ёлка')).not.toBe(hash)
  expect(isOldHash(hash)).toBe(false)
  expect(await verifyPassword({ hash, password: 'йод и ёлка'.normalize('NFD') })).toBe(true)
  expect(await verifyPassword({ hash, password: 'йод и ёлкa' })).toBe(false)
})

it('still knows it by an earlier hash, which is to be replaced', async () => {
  const hash = await hashWithScrypt('көк дала мен тау')
  expect(isOldHash(hash)).toBe(true)
  expect(isOldHash('$argon2id$v=19$m=4096,t=2,p=1$c2FsdA$aGFzaA')).toBe(true)
  expect(await verifyPassword({ hash, password: 'көк дала мен тау' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'wrong password' })).toBe(false)
})
