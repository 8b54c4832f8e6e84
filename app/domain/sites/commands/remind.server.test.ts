import type { Person, SystemActor } from '#app/domain/accounts/model'
import { makeCalendar } from '#app/domain/kernel/working-calendar'
import { addAkimats, addOfficial, publishedSite } from '#tests/builders/akimats'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, expect, test } from 'vitest'
import { confirmSite } from './confirm-site.server'
import { remindToConfirm } from './remind.server'

const { db } = await testDatabase()

const job: SystemActor = { kind: 'system', name: 'test' }
const calendar = makeCalendar([])
/** A Monday; the term of what is published then ends 90 days later, on a Sunday. */
const published = new Date('2026-06-01T04:00:00Z')
const day = (count: number) => new Date(published.getTime() + count * 86_400_000)
const remind = (moment: Date) => remindToConfirm(job, calendar, moment)

let editor: Person
let head: Person
let number: string

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  head = await addOfficial(db, 'akimat-balkhash', 'akimat_head', 'Айгуль Серикова')
  number = await publishedSite(editor, head, published)
  await db.outboxMessage.deleteMany()
})

/** Letters are dated by the database: the test's days all happen on one. */
const passDay = () => db.outboxMessage.updateMany({ data: { createdAt: published } })
const letters = () => db.outboxMessage.findMany({ orderBy: { createdAt: 'asc' } })

test('each step is told once, the last one to the head as well', async () => {
  const told: number[] = []
  for (const moment of [70, 77, 78, 92, 93, 121, 122]) {
    told.push(await remind(day(moment)))
    await passDay()
  }
  expect(told).toEqual([0, 1, 0, 1, 0, 2, 0])
  const sent = await letters()
  expect(sent.map((letter) => letter.toAddress).sort()).toEqual(
    [editor.email, editor.email, editor.email, head.email].sort(),
  )
  expect(sent[0]?.text).toContain(number)
  expect(sent[0]?.text).toContain('/akimat?view=to_confirm')
})

test('a day off is left out; what came due on it is told on the next working day', async () => {
  expect(await remind(day(76.5))).toBe(0)
  const sunday = new Date('2026-08-30T04:00:00Z')
  expect(await remind(sunday)).toBe(0)
  expect(await remind(day(91))).toBe(1)
})

test('two nodes at once write one letter a person, about all sites', async () => {
  const second = await publishedSite(editor, head, published)
  await db.outboxMessage.deleteMany()
  const counts = await Promise.all([remind(day(80)), remind(day(80)), remind(day(80))])
  expect(counts.sort()).toEqual([0, 0, 1])
  const [letter, ...others] = await letters()
  expect(others).toEqual([])
  expect(letter?.text).toContain(number)
  expect(letter?.text).toContain(second)
})

test('after a confirmation the next term is told anew', async () => {
  expect(await remind(day(80))).toBe(1)
  await passDay()
  await confirmSite(editor, number, null, day(80))
  expect(await remind(day(81))).toBe(0)
  expect(await remind(day(80 + 78))).toBe(1)
})

test('who may not come in gets no letter, and what nobody could be told is told later', async () => {
  await db.user.updateMany({ where: { email: { in: [editor.email, head.email] } }, data: { banned: true } })
  expect(await remind(day(80))).toBe(0)
  await db.user.update({ where: { email: head.email }, data: { banned: false } })
  expect(await remind(day(81))).toBe(1)
  expect((await letters()).map((letter) => letter.toAddress)).toEqual([head.email])
  await passDay()
  expect(await remind(day(82))).toBe(0)
})

test('a ban that is over keeps nobody from a letter', async () => {
  const ban = { banned: true, banExpires: day(79) }
  await db.user.update({ where: { email: editor.email }, data: ban })
  expect(await remind(day(80))).toBe(1)
  expect((await letters()).map((letter) => letter.toAddress)).toEqual([editor.email])
})
