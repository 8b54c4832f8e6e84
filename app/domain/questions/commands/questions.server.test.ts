import { visitor, type SystemActor } from '#app/domain/accounts/model'
import { confirmSubscriber } from '#app/domain/alerts/subscribers.server'
import type { Keeper } from '#app/domain/alerts/model'
import { answerQuestions } from '#app/domain/questions/commands/answer-questions.server'
import { askValue, joinQuestion } from '#app/domain/questions/commands/ask-value.server'
import { declineQuestion } from '#app/domain/questions/commands/decline-question.server'
import { listDeskQuestions, readMissing } from '#app/domain/questions/queries.server'
import { hourlyClicks } from '#app/domain/questions/rules'
import { makeVoice } from '#app/domain/sites/passport/said'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { translator } from '#app/platform/i18n/i18n.server'
import { addKeeper, after, noon, publishWithPower } from '#tests/builders/alert-world'
import { addOfficial, addReference, addSite, codeOf, thrownStatus } from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'

const { db } = await testDatabase()
await addReference(db)
await addSite(db, 'BLQ-0009', 'balkhash', 'occupied')
const editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
const stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_editor')

const system: SystemActor = { kind: 'system', name: 'test' }
const nobody: Keeper = { actor: visitor, provenId: null }
const voice = makeVoice('ru', translator('ru'))
const field = 'utilities.electricity.free'
const ask = (keeper: Keeper, clientAddress: string = randomUUID(), asked = field, number = 'BLQ-0001') =>
  askValue(keeper, { number, field: asked, clientAddress }, after(1))
const desk = (actor: typeof editor) => listDeskQuestions(actor, { page: 1, size: 20, skip: 0 }, voice)
const lettersTo = (toAddress: string) => db.outboxMessage.findMany({ where: { toAddress } })

beforeEach(async () => {
  await db.outboxMessage.deleteMany()
  await db.valueQuestion.deleteMany()
  await publishWithPower(db, 'BLQ-0001', null, noon)
  await answerQuestions(system, noon)
})

it('counts each person and each client once, also when they click at the same moment', async () => {
  const [one, two] = [await addKeeper(db), await addKeeper(db)]
  await Promise.all([ask(one), ask(one), ask(two), ask(nobody, 'client'), ask(nobody, 'client'), ask(nobody, 'other')])
  const { items, total } = await desk(editor)
  expect([total, items[0]?.count, items[0]?.label, items[0]?.number]).toEqual([
    1,
    4,
    'Электричество: свободно',
    'BLQ-0001',
  ])
  const site = await readPassport(visitor, 'BLQ-0001')
  if (site === null) throw new Error('no site')
  const seenBy = async (keeper: Keeper) => (await readMissing(keeper, site, voice)).find((row) => row.field === field)
  expect(await seenBy(one)).toMatchObject({ count: 4, isMine: true, declined: null })
  expect(await seenBy(nobody)).toMatchObject({ count: 4, isMine: false })
})

it('takes no question for what is known, cannot be asked for, or belongs to a site that is not offered', async () => {
  expect(codeOf(await ask(nobody, 'a', 'rights.note'))).toBe('known')
  expect(codeOf(await ask(nobody, 'a', 'utilities.electricity.presence'))).toBe('known')
  expect(codeOf(await ask(nobody, 'a', field, 'BLQ-0009'))).toBe('known')
  expect(await thrownStatus(ask(nobody, 'a', field, 'BLQ-9999'))).toBe(404)
  expect(await db.valueQuestion.count()).toBe(0)
})

it('stops a client that clicks and clicks', async () => {
  for (let click = 0; click < hourlyClicks; click++) expect(codeOf(await ask(nobody, 'flood'))).toBeNull()
  expect(codeOf(await ask(nobody, 'flood'))).toBe('too_many')
  expect((await desk(editor)).items[0]?.count).toBe(1)
})

it('tells each asker once when a published version states the value, whatever number of nodes looks', async () => {
  const person = await addKeeper(db)
  const verdict = await ask(nobody)
  const id = verdict.ok ? verdict.value.questionId : ''
  const subscriberId = await db.$transaction((tx) => confirmSubscriber(tx, 'later@test.kz', 'ru', noon))
  await joinQuestion({ actor: visitor, provenId: subscriberId }, id, after(1))
  await ask(person)
  expect((await desk(editor)).items[0]?.count).toBe(2)
  expect(await answerQuestions(system, after(2))).toBe(0)
  await publishWithPower(db, 'BLQ-0001', 630, after(3))
  const counts = await Promise.all([1, 2, 3].map(() => answerQuestions(system, after(4))))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2)
  const [letter, ...others] = await lettersTo('later@test.kz')
  expect(others).toEqual([])
  expect(letter?.subject).toBe('Акимат ответил: BLQ-0001, Электричество: свободно')
  expect(letter?.text).toMatch(/Электричество: свободно: 630\u00a0кВт/)
  expect(await lettersTo(person.email)).toHaveLength(1)
  expect((await desk(editor)).total).toBe(0)
})

it('is declined by the akimat of the territory only, with the reason for everybody to see', async () => {
  const person = await addKeeper(db)
  const verdict = await ask(person)
  const question = verdict.ok ? verdict.value.questionId : ''
  const order = { question, note: 'Сеть на балансе завода, данных нет.' }
  expect((await desk(stranger)).total).toBe(0)
  for (const actor of [stranger, person.actor, visitor]) {
    expect(await thrownStatus(declineQuestion(actor, order))).toBe(404)
  }
  await declineQuestion(editor, order, after(2))
  await declineQuestion(editor, { ...order, note: 'Ещё раз.' }, after(3))
  expect((await lettersTo(person.email)).map(({ template }) => template)).toEqual(['value_declined'])
  expect((await lettersTo(person.email))[0]?.text).toContain(`> ${order.note}`)
  expect(codeOf(await ask(nobody))).toBe('declined')
  await publishWithPower(db, 'BLQ-0001', 630, after(4))
  expect(await answerQuestions(system, after(5))).toBe(0)
  expect(await db.valueQuestion.findMany({ select: { state: true } })).toEqual([{ state: 'answered' }])
})
