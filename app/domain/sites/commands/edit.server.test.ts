import type { Person } from '#app/domain/accounts/model'
import { createSite } from '#app/domain/sites/commands/create-site.server'
import { readFields } from '#app/domain/sites/form/form-fields'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { listed } from '#tests/builders/desk'
import { addAkimats, addOfficial, fillRequired, startSite } from '#tests/builders/akimats'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDraft, saveDraft } from './save-draft.server'
import { saveGroup } from './save-group.server'

const { db } = await testDatabase()

let editor: Person
let colleague: Person
let stranger: Person

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  colleague = await addOfficial(db, 'akimat-balkhash', 'akimat_editor', 'Ерлан Оспанов')
  stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_head')
})

const name = { kk: 'Цех', ru: 'Цех', en: '' }
const newSite = () => ({ key: randomUUID(), townKey: 'balkhash', kind: 'building' as const, name })
const codeOf = (verdict: { ok: true } | { ok: false; code: string }) => (verdict.ok ? null : verdict.code)

describe('a new site', () => {
  test('gets the next number of its town, each its own, however many start at once', async () => {
    const sites = await Promise.all(Array.from({ length: 20 }, () => createSite(editor, newSite())))
    const numbers = sites.map((site) => site.number).sort()
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => `BLQ-${String(index + 1).padStart(4, '0')}`))
  })

  test('is made once by a form that is sent several times', async () => {
    const form = newSite()
    const sites = await Promise.all([1, 2, 3].map(() => createSite(editor, form)))
    expect(new Set(sites.map((site) => site.number)).size).toBe(1)
    expect(await db.site.count()).toBe(1)
  })

  test('is made although somebody else has used the key, or it names a site', async () => {
    const form = newSite()
    const first = await createSite(editor, form)
    const other = await createSite(colleague, form)
    const { id } = await db.site.findFirstOrThrow({ where: { number: first.number } })
    const last = await createSite(editor, { ...form, key: id })
    expect(new Set([first, other, last].map(({ number }) => number)).size).toBe(3)
  })

  test('cannot be started in another town', async () => {
    await expect(createSite(stranger, newSite())).rejects.toMatchObject({ status: 404 })
    await expect(createSite(editor, { ...newSite(), townKey: 'nowhere' })).rejects.toMatchObject({ status: 404 })
    expect(await db.site.count()).toBe(0)
  })
})

describe('saving a group', () => {
  const form = (fields: Record<string, string>, revision = 1) => ({
    group: 'land' as const,
    revision,
    fields: readFields(Object.entries(fields)),
  })

  test('stores what can be taken and names the rest', async () => {
    const number = await startSite(editor)
    const verdict = await saveGroup(editor, number, form({ 'land.plotHa': '1,2', 'land.slopePct': 'два' }))
    expect(verdict).toMatchObject({
      ok: true,
      value: { revision: 2, faults: { 'land.slopePct': { code: 'not_a_number' } } },
    })
    const { version } = await readOwnDossier(editor, number)
    expect(version?.dossier.land.plotHa).toBe(1.2)
  })

  test('does the operation of its button after the fields, unless one of them is wrong', async () => {
    const number = await startSite(editor)
    const operation = { does: 'add', list: 'buildings' } as const
    await saveGroup(editor, number, { ...form({ 'land.plotHa': 'x' }), operation })
    expect((await readOwnDossier(editor, number)).version?.dossier.buildings).toHaveLength(1)
    await saveGroup(editor, number, { ...form({ 'land.plotHa': '3' }), operation })
    const { version } = await readOwnDossier(editor, number)
    expect([version?.dossier.buildings.length, version?.dossier.land.plotHa]).toEqual([2, 3])
  })

  test('without a difference makes nobody an editor', async () => {
    const number = await startSite(editor)
    expect(await saveGroup(colleague, number, form({}))).toMatchObject({ ok: true, value: { revision: 1 } })
    expect((await readOwnDossier(colleague, number)).version?.isOwnWork).toBe(false)
  })

  test('does not go over what somebody saved meanwhile', async () => {
    const number = await startSite(editor)
    await saveGroup(colleague, number, form({ 'land.plotHa': '5' }))
    const verdict = await saveGroup(editor, number, form({ 'land.plotHa': '6' }))
    expect(verdict).toMatchObject({ ok: false, code: 'conflict', params: { who: 'Ерлан Оспанов', revision: 2 } })
    expect((await readOwnDossier(editor, number)).version?.dossier.land.plotHa).toBe(5)
  })

  test('by ten people at once lets one through', async () => {
    const number = await startSite(editor)
    const verdicts = await Promise.all(
      Array.from({ length: 10 }, (_, index) => saveGroup(editor, number, form({ 'land.plotHa': String(index + 1) }))),
    )
    expect(verdicts.filter((verdict) => verdict.ok)).toHaveLength(1)
    expect(verdicts.map(codeOf).filter((code) => code === 'conflict')).toHaveLength(9)
  })

  test('of another town is a page that is not there', async () => {
    const number = await startSite(editor)
    await expect(saveGroup(stranger, number, form({}))).rejects.toMatchObject({ status: 404 })
    await expect(readOwnDossier(stranger, number)).rejects.toMatchObject({ status: 404 })
    expect(await listed(stranger)).toEqual([])
  })
})

test('the head of the region sees and edits the sites of its towns', async () => {
  const regionHead = await addOfficial(db, 'akimat-region-karaganda', 'akimat_head')
  const number = await startSite(editor)
  expect((await listed(regionHead)).map((site) => site.number)).toEqual([number])
  expect(await saveDraft(regionHead, number, 1, fillRequired)).toMatchObject({ ok: true, value: { revision: 2 } })
})

test('a version is opened only on something public', async () => {
  const number = await startSite(editor)
  expect(await openDraft(editor, number)).toEqual({ ok: true, value: { revision: 1 } })
  expect(await db.siteVersion.count()).toBe(1)
})
