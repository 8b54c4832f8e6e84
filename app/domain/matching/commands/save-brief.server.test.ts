import { visitor } from '#app/domain/accounts/model'
import {
  hourlySaves,
  deleteBrief,
  restoreBrief,
  saveBrief,
  updateBrief,
} from '#app/domain/matching/commands/save-brief.server'
import type { Brief } from '#app/domain/matching/model'
import { presetOf } from '#app/domain/matching/presets'
import { listSavedBriefs, readSavedBrief } from '#app/domain/matching/queries/saved-briefs.server'
import { addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const saver = { locale: 'ru', address: '10.0.0.1' } as const
const brief: Brief = { ...presetOf('manufacturing'), activity: 'Цех металлоконструкций' }
const other: Brief = { ...presetOf('logistics'), activity: 'Склад' }

async function saved(actor: Parameters<typeof saveBrief>[0] = visitor) {
  const verdict = await saveBrief(actor, brief, saver)
  if (!verdict.ok) throw new Error(verdict.code)
  return verdict.value
}
const newPerson = async () => signedIn(db, (await addPerson(db)).id)
const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
  )

describe('a brief saved without an account', () => {
  it('is opened, changed and deleted by whoever has its link, and by nobody else', async () => {
    const { id, key } = await saved()
    const person = await newPerson()
    expect(await readSavedBrief(visitor, { id, key })).toMatchObject({
      ...{ brief, title: 'Цех металлоконструкций', revision: 1, isOwn: true, hasOwner: false },
    })
    expect(await readSavedBrief(person, { id, key })).toMatchObject({ isOwn: true })
    for (const actor of [visitor, person]) {
      for (const wrong of [null, '', 'x'.repeat(43), key.slice(1)]) {
        expect(await readSavedBrief(actor, { id, key: wrong })).toBeNull()
        expect(await statusOf(updateBrief(actor, { id, key: wrong }, { brief: other, revision: 1 }, saver))).toBe(404)
        expect(await statusOf(deleteBrief(actor, { id, key: wrong }))).toBe(404)
      }
    }
    expect(await readSavedBrief(visitor, { id: (await saved()).id, key })).toBeNull()
    expect(await updateBrief(visitor, { id, key }, { brief: other, revision: 1 }, saver)).toMatchObject({ ok: true })
    expect(await readSavedBrief(visitor, { id, key })).toMatchObject({ brief: other, revision: 2 })
    const answers = await db.briefAnswer.findMany({ where: { briefId: id }, orderBy: { createdAt: 'asc' } })
    expect(answers.map(({ body }) => body)).toEqual([brief, other])
  })

  it('keeps of its secret only a hash', async () => {
    const { id, key } = await saved()
    const row = await db.brief.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(key)
    expect(row.secretHash).toMatch(/^[\da-f]{64}$/)
    expect(JSON.stringify(row)).not.toContain(saver.address)
  })
})

describe('a brief of a person', () => {
  it('is listed for its owner, shown by its link, and changed by its owner only', async () => {
    const owner = await newPerson()
    const stranger = await newPerson()
    const { id, key } = await saved(owner)
    expect((await listSavedBriefs(owner)).map((own) => own.id)).toEqual([id])
    expect(await listSavedBriefs(stranger)).toEqual([])
    expect(await listSavedBriefs(visitor)).toEqual([])
    expect(await readSavedBrief(owner, { id, key: null })).toMatchObject({ isOwn: true, hasOwner: true })
    expect(await readSavedBrief(stranger, { id, key: null })).toBeNull()
    for (const actor of [visitor, stranger]) {
      expect(await readSavedBrief(actor, { id, key })).toMatchObject({ isOwn: false })
      expect(await statusOf(updateBrief(actor, { id, key }, { brief: other, revision: 1 }, saver))).toBe(404)
      expect(await statusOf(deleteBrief(actor, { id, key }))).toBe(404)
    }
  })

  it('is not overwritten by who has read an older one', async () => {
    const owner = await newPerson()
    const { id } = await saved(owner)
    const save = () => updateBrief(owner, { id, key: null }, { brief: other, revision: 1 }, saver)
    const verdicts = await Promise.all([save(), save(), save()])
    expect(verdicts.map((verdict) => (verdict.ok ? 'saved' : verdict.code)).sort()).toEqual([
      'conflict',
      'conflict',
      'saved',
    ])
  })

  it('goes for everybody when it is deleted and comes back as it was', async () => {
    const owner = await newPerson()
    const { id, key } = await saved(owner)
    await deleteBrief(owner, { id, key: null })
    expect(await readSavedBrief(visitor, { id, key })).toBeNull()
    expect(await listSavedBriefs(owner)).toEqual([])
    expect(await readSavedBrief(owner, { id, key: null })).toMatchObject({ isDeleted: true })
    expect(await updateBrief(owner, { id, key: null }, { brief: other, revision: 1 }, saver)).toMatchObject({
      code: 'conflict',
    })
    expect(await statusOf(restoreBrief(visitor, { id, key }))).toBe(404)
    await restoreBrief(owner, { id, key: null })
    expect(await readSavedBrief(visitor, { id, key })).toMatchObject({ brief, revision: 1, isDeleted: false })
  })
})

describe('what is not saved', () => {
  it('is a brief that asks for nothing', async () => {
    expect(await saveBrief(visitor, { ...brief, needs: {} }, saver)).toEqual({ ok: false, code: 'empty' })
  })

  it('is one more than an hour allows, from one place', async () => {
    const from = { ...saver, address: '10.0.0.9' }
    const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 6, minutes))
    await saveBrief(visitor, brief, from, at(0))
    await db.rateLimit.updateMany({ where: { key: { startsWith: 'brief/' } }, data: { count: hourlySaves - 1 } })
    expect(await saveBrief(visitor, brief, from, at(0))).toMatchObject({ ok: true })
    expect(await saveBrief(visitor, brief, from, at(1))).toEqual({ ok: false, code: 'too_many' })
    expect(await saveBrief(visitor, brief, { ...from, address: '10.0.0.8' }, at(1))).toMatchObject({ ok: true })
    expect(await saveBrief(visitor, brief, from, at(61))).toMatchObject({ ok: true })
  })
})
