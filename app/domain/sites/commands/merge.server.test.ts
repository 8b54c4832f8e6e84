import type { Person } from '#app/domain/accounts/model'
import { readFields } from '#app/domain/sites/form/form-fields'
import { readEditor } from '#app/domain/sites/queries/read-editor.server'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { addAkimats, addOfficial, startSite } from '#tests/builders/akimats'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveGroup, type GroupForm } from './save-group.server'

const { db } = await testDatabase()

let editor: Person
let colleague: Person
let number: string

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  colleague = await addOfficial(db, 'akimat-balkhash', 'akimat_editor', 'Ерлан Оспанов')
  number = await startSite(editor)
})

/** A form that says what its fields were based on. */
function form(fields: Record<string, [typed: string, base: string]>, more: Partial<GroupForm> = {}): GroupForm {
  const pairs = Object.entries(fields).flatMap(([name, [typed, base]]): [string, string][] => [
    [name, typed],
    [`base.${name}`, base],
  ])
  return { group: 'land', revision: 1, fields: readFields(pairs), language: 'ru', ...more }
}

const landOf = async () => (await readOwnDossier(editor, number)).version?.dossier.land

async function save(actor: Person, given: GroupForm) {
  const verdict = await saveGroup(actor, number, given)
  if (!verdict.ok) throw new Error(verdict.code)
  return verdict.value
}

describe('two people in one dossier', () => {
  test('who change different fields both keep theirs, and the later one gets the other value', async () => {
    await save(colleague, form({ 'land.plotHa': ['5,5', ''] }))
    const saved = await save(editor, form({ 'land.freeHa': ['2', ''] }))
    expect(saved).toMatchObject({ faults: {}, conflicts: {}, values: { 'land.freeHa': ['2'] } })
    expect(saved.theirs).toMatchObject({ who: 'Ерлан Оспанов', values: { 'land.plotHa': ['5,5'] } })
    expect(await landOf()).toMatchObject({ plotHa: 5.5, freeHa: 2 })
  })

  test('who change the same field are told, and nothing of either is lost', async () => {
    await save(colleague, form({ 'land.plotHa': ['5,5', ''] }))
    const saved = await save(editor, form({ 'land.plotHa': ['6', ''], 'land.freeHa': ['2', ''] }))
    expect(saved.conflicts).toEqual({ 'land.plotHa': { theirs: ['5,5'] } })
    expect(await landOf()).toMatchObject({ plotHa: 5.5, freeHa: 2 })
    await save(editor, form({ 'land.plotHa': ['6', '5,5'] }))
    expect(await landOf()).toMatchObject({ plotHa: 6 })
  })

  test('at once all get through when each has a field of its own', async () => {
    const names = ['plotHa', 'freeHa', 'largestPieceHa', 'slopePct', 'sanitaryZoneM']
    await Promise.all(
      names.map((name, index) => save(index % 2 ? editor : colleague, form({ [`land.${name}`]: ['1', ''] }))),
    )
    expect(await landOf()).toMatchObject(Object.fromEntries(names.map((name) => [name, 1])))
  })

  test('meet as a whole when an entry came, went or moved meanwhile, since fields are named by their place', async () => {
    const add = { does: 'add', list: 'buildings' } as const
    const moveUp = { does: 'move_up', list: 'buildings', entry: '1' } as const
    await save(colleague, { group: 'buildings', revision: 1, fields: new Map(), operation: add })
    await save(colleague, form({ 'buildings.0.name': ['Цех', ''] }, { group: 'buildings' }))
    const shape = async () => (await readEditor(editor, number, 'buildings', 'ru'))?.shape
    const opened = await shape()
    const late = form({ 'buildings.0.floors': ['3', ''] }, { group: 'buildings', shape: opened })
    await save(colleague, { group: 'buildings', revision: 3, fields: new Map(), operation: moveUp })
    for (const revision of [1, 4]) {
      expect(await saveGroup(editor, number, { ...late, revision })).toMatchObject({ ok: false, code: 'rearranged' })
    }
    expect(await saveGroup(editor, number, { ...late, shape: await shape() })).toMatchObject({ ok: true })
  })

  test('see each other for a quarter of an hour', async () => {
    const at = new Date()
    await saveGroup(colleague, number, form({ 'land.plotHa': ['5,5', ''] }), at)
    const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
    const otherAt = async (actor: Person, now: Date) => (await readEditor(actor, number, 'land', 'ru', now))?.other
    expect(await otherAt(editor, later(14))).toEqual({ who: 'Ерлан Оспанов', at: at.toISOString() })
    expect(await otherAt(editor, later(16))).toBeNull()
    expect(await otherAt(colleague, later(1))).toBeNull()
  })
})

test('a value that another field puts out is told to the form', async () => {
  const power = (field: string) => `utilities.electricity.${field}`
  const known = { [power('presence')]: ['connected', 'unknown'], [power('installed')]: ['60', ''] }
  await save(editor, form(known as Record<string, [string, string]>, { group: 'utilities' }))
  const saved = await save(
    editor,
    form({ [power('presence')]: ['none', 'connected'] }, { group: 'utilities', revision: 2 }),
  )
  expect(saved.values).toMatchObject({ [power('presence')]: ['none'], [power('installed')]: [''] })
})
