import type { Person } from '#app/domain/accounts/model'
import { installJobs } from '#app/platform/jobs/jobs.server'
import { storage } from '#app/platform/storage/storage.server'
import { addAkimats, addOfficial } from '#tests/builders/akimats'
import { headings, importOf, plant, previewOf, storeImport, tableOf } from '#tests/builders/tables'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { chooseDuplicate } from './choose-duplicate.server'
import { startImport, type NewImport } from './import-commands.server'

const { db, url } = await testDatabase()
await installJobs(url)

let editor: Person
let head: Person

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  head = await addOfficial(db, 'akimat-balkhash', 'akimat_head')
})

const columns = [...headings, 'identity.cadastralNumbers']
const table = () => tableOf(columns, [...plant('Котельная'), '1-1'], [...plant('Гараж', 0.1), '1-2'])

describe('the same file sent again', () => {
  const order = { fileName: 'a.xlsx', layout: null, language: 'ru' as const, townKey: null }
  const send = async (actor: Person, bytes: Uint8Array, more: Partial<NewImport> = {}) => {
    const verdict = await startImport(actor, { ...order, bytes, ...more })
    return verdict.ok ? verdict.value.id : verdict.code
  }

  test('leads to the import that is not finished, also when the form is sent twice at once', async () => {
    const bytes = await table()
    const ids = await Promise.all([1, 2, 3].map(() => send(editor, bytes)))
    expect(new Set(ids).size).toBe(1)
    const [batch] = await db.importBatch.findMany()
    expect(await storage().get(batch?.storageKey ?? '')).toEqual(Buffer.from(bytes))
    expect(await db.importBatch.count()).toBe(1)
  })

  test('makes another import for another person, another town, and after the first is stored', async () => {
    const bytes = await table()
    const first = await importOf(editor, bytes)
    expect(await send(editor, bytes)).toBe(first)
    expect(await send(head, bytes)).not.toBe(first)
    expect(await send(editor, bytes, { townKey: 'balkhash' })).not.toBe(first)
    await storeImport(editor, first)
    expect(await send(editor, bytes)).not.toBe(first)
  })
})

describe('sites that were made since the preview', () => {
  test('and look like its rows are shown first: nothing is made twice', async () => {
    const [mine, theirs] = [await importOf(editor, await table()), await importOf(head, await table())]
    await storeImport(editor, mine)
    await storeImport(head, theirs)
    const page = await previewOf(head, theirs)
    expect(page).toMatchObject({ state: 'ready', counts: { create: 0, skip: 2 } })
    expect(page.remarks.map(({ code }) => code)).toEqual(['alike_since'])
    expect(await db.site.count()).toBe(2)
  })

  test('are made all the same when somebody has seen them and says so', async () => {
    const [mine, theirs] = [await importOf(editor, await table()), await importOf(head, await table())]
    await storeImport(editor, mine)
    await storeImport(head, theirs)
    await chooseDuplicate(head, theirs, null, 'create')
    await storeImport(head, theirs)
    expect((await previewOf(head, theirs)).state).toBe('done')
    expect(await db.site.count()).toBe(4)
  })

  test('and look like none of its rows hold nothing up', async () => {
    const [mine, theirs] = [
      await importOf(editor, await table()),
      await importOf(head, await tableOf(headings, plant('Мельница', 0.2))),
    ]
    await storeImport(editor, mine)
    await storeImport(head, theirs)
    expect(await db.site.count()).toBe(3)
  })
})

describe('what is stored', () => {
  test('is no longer kept with the rows', async () => {
    await storeImport(editor, await importOf(editor, await table()))
    const again = await importOf(
      editor,
      await tableOf(columns, [...plant('Котельная'), '1-1'], [...plant('Гараж 2', 0.2), null]),
    )
    await storeImport(editor, again)
    const rows = await db.importRow.findMany({ where: { batchId: again }, orderBy: { rowNumber: 'asc' } })
    expect(rows.map(({ dossier }) => dossier)).toEqual([null, null])
    expect(Object.keys(rows[0]?.duplicates as object)).toEqual(['found'])
  })

  test('never takes two rows for one site', async () => {
    await storeImport(editor, await importOf(editor, await table()))
    const [site] = await db.site.findMany({ orderBy: { number: 'asc' } })
    const changes = await tableOf(['number', 'land.freeHa'], ['BLQ-0001', 0.5], ['BLQ-0002', 0.7])
    const id = await importOf(editor, changes)
    // As no choice can leave it.
    await db.importRow.updateMany({ where: { batchId: id }, data: { siteId: site?.id } })
    await storeImport(editor, id)
    expect(await previewOf(editor, id)).toMatchObject({ state: 'ready', counts: { update: 2 } })
    expect(await db.siteVersion.count({ where: { revision: { gt: 1 } } })).toBe(0)
  })

  test('leaves no file of a table that cannot be taken', async () => {
    const id = await importOf(editor, await tableOf(['что-то'], ['а']))
    const { storageKey } = await db.importBatch.findUniqueOrThrow({ where: { id } })
    expect(await storage().get(storageKey)).toBeNull()
  })
})
