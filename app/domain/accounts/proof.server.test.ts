import { hasProof, prove, requireProof } from '#app/domain/accounts/proof.server'
import { addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { beforeEach, expect, it } from 'vitest'

const { db } = await testDatabase()
const password = 'көк дала мен тау'
const request = new Request('http://localhost/ru/spk/figures.xlsx?year=2026', {
  headers: { 'x-forwarded-for': '10.0.0.7' },
})

beforeEach(() => db.rateLimit.deleteMany())

const typed = (proof?: string) => {
  const form = new FormData()
  if (proof !== undefined) form.set('proof', proof)
  return form
}

async function addLongSignedIn(isDemo = false) {
  const person = await signedIn(db, (await addPerson(db, { password, isDemo })).id)
  const provenAt = new Date(Date.now() - 15 * 60_000)
  await db.session.update({ where: { id: person.sessionId }, data: { provenAt } })
  return person
}

it('counts for a quarter of an hour after sign-in, then for as long after the password was given again', async () => {
  const person = await signedIn(db, (await addPerson(db, { password })).id)
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
  expect(await hasProof(person)).toBe(true)
  expect(await hasProof(person, at(14))).toBe(true)
  expect(await hasProof(person, at(15))).toBe(false)
  expect((await prove(request, person, typed(password), at(60))).ok).toBe(true)
  expect(await hasProof(person, at(74))).toBe(true)
  expect(await hasProof(person, at(75))).toBe(false)
})

it('is refused without the password, with a wrong one, and after too many', async () => {
  const person = await addLongSignedIn()
  expect(await prove(request, person, typed())).toEqual({ ok: false, code: 'password_missing' })
  expect(await prove(request, person, typed('x'.repeat(201)))).toEqual({ ok: false, code: 'password_long' })
  for (let count = 0; count < 5; count += 1) {
    expect(await prove(request, person, typed('wrong password'))).toEqual({ ok: false, code: 'wrong_password' })
  }
  expect(await prove(request, person, typed(password))).toMatchObject({ ok: false, code: 'too_many_attempts' })
  expect(await hasProof(person)).toBe(false)
})

it('belongs to one session, and takes the public password of demo people', async () => {
  const person = await addLongSignedIn(true)
  const elsewhere = { ...person, sessionId: (await addLongSignedIn()).sessionId }
  expect((await prove(request, person, typed(password))).ok).toBe(true)
  expect(await hasProof(person)).toBe(true)
  expect(await hasProof(elsewhere)).toBe(false)
})

it('sends who opens an address without it to give it, and back', async () => {
  const person = await addLongSignedIn()
  const answer = (await requireProof(request, person).catch((error: unknown) => error)) as Response
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe('/ru/account/confirm?next=%2Fru%2Fspk%2Ffigures.xlsx%3Fyear%3D2026')
})
