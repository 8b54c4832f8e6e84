import type { Person } from '#app/domain/accounts/model'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { installJobs } from '#app/platform/jobs/jobs.server'
import { addAkimats, addOfficial, startSite } from '#tests/builders/akimats'
import { headings, importOf, plant, previewOf, storeImport, tableOf } from '#tests/builders/tables'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveDraft } from '../commands/save-draft.server'
import { chooseDuplicate } from './choose-duplicate.server'
import { confirmImport } from './import-commands.server'
import { runImport } from './run-import.server'

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

const columns = [...headings, 'utilities.electricity.presence', 'utilities.electricity.free']
const boiler = (free: number | null = null) => [...plant('Котельная'), free === null ? null : 'connected', free]

/** BLQ-0001 is a boiler house with 100 kW of electricity installed. */
async function withBoiler() {
  await storeImport(editor, await importOf(editor, await tableOf(columns, boiler())))
  await saveDraft(editor, 'BLQ-0001', null, (dossier) => {
    const electricity = { ...dossier.utilities.electricity, presence: 'connected' as const, installed: 100 }
    return { ...dossier, utilities: { ...dossier.utilities, electricity } }
  })
}

const linesOf = async (id: string) =>
  (await previewOf(editor, id, 'duplicates')).lines.map(({ rowNumber, action, problems }) => [
    rowNumber,
    action,
    ...problems.map(({ cell, level, code }) => `${cell} ${level} ${code}`),
  ])

describe('putting rows onto the site that they look like', () => {
  test('takes one row for a site: the second is left out and says which one was first', async () => {
    await withBoiler()
    const id = await importOf(editor, await tableOf(columns, boiler(40), boiler(50)))
    expect(await chooseDuplicate(editor, id, null, 'update')).toEqual({ ok: true, value: { rows: 1 } })
    expect(await linesOf(id)).toEqual([
      [2, 'update'],
      [3, 'skip', 'A3 error number_twice'],
    ])
    expect(await chooseDuplicate(editor, id, 3, 'update')).toEqual({ ok: true, value: { rows: 0 } })
    await chooseDuplicate(editor, id, 2, 'skip')
    expect(await chooseDuplicate(editor, id, 3, 'update')).toEqual({ ok: true, value: { rows: 1 } })
    expect(await linesOf(id)).toEqual([
      [2, 'skip'],
      [3, 'update'],
    ])
    await storeImport(editor, id)
    const { version } = await readOwnDossier(editor, 'BLQ-0001')
    expect(version?.dossier.utilities.electricity).toMatchObject({ installed: 100, free: 50 })
  })

  test('takes none for a site that another row names by its number', async () => {
    await withBoiler()
    const named = ['BLQ-0001', ...boiler(30).slice(1)]
    const id = await importOf(editor, await tableOf(columns, boiler(40), named))
    await chooseDuplicate(editor, id, null, 'update')
    expect(await linesOf(id)).toEqual([[2, 'skip', 'A2 error number_twice']])
  })

  test('leaves a row out whose values the site does not allow, and names the cell', async () => {
    await withBoiler()
    const id = await importOf(editor, await tableOf(columns, boiler(400)))
    expect(await chooseDuplicate(editor, id, 2, 'update')).toEqual({ ok: true, value: { rows: 0 } })
    expect(await linesOf(id)).toEqual([[2, 'skip', 'H2 error free_exceeds']])
    expect(await chooseDuplicate(editor, id, 2, 'create')).toEqual({ ok: true, value: { rows: 1 } })
    expect(await linesOf(id)).toEqual([[2, 'create']])
  })

  test('leaves a row out whose site is in review', async () => {
    await withBoiler()
    await db.siteVersion.updateMany({ data: { state: 'in_review' } })
    const id = await importOf(editor, await tableOf(columns, boiler(40)))
    await chooseDuplicate(editor, id, null, 'update')
    expect(await linesOf(id)).toEqual([[2, 'skip', 'A2 error site_in_review']])
  })
})

describe('choices', () => {
  /** Row 2 is put onto BLQ-0001, row 3 becomes a site all the same, row 4 is left out, row 5 changes BLQ-0002. */
  async function chosenImport() {
    await withBoiler()
    const other = await startSite(editor)
    const changes = [other, null, null, 0.5, null, null, null, null]
    const id = await importOf(editor, await tableOf(columns, boiler(40), boiler(50), boiler(60), changes))
    await chooseDuplicate(editor, id, 2, 'update')
    await chooseDuplicate(editor, id, 3, 'create')
    return { id, other }
  }
  const expected = [
    [2, 'update'],
    [3, 'create'],
    [4, 'skip'],
  ]

  test('are kept when somebody has changed a site and the table is read again', async () => {
    const { id, other } = await chosenImport()
    await saveDraft(head, other, null, (dossier) => ({ ...dossier, land: { ...dossier.land, freeHa: 0.1 } }))
    await storeImport(editor, id)
    expect(await previewOf(editor, id)).toMatchObject({ state: 'ready', counts: { update: 2, create: 1, skip: 1 } })
    expect(await linesOf(id)).toEqual(expected)
    await storeImport(editor, id)
    expect(await db.site.count()).toBe(3)
    expect((await readOwnDossier(editor, 'BLQ-0001')).version?.dossier.utilities.electricity.free).toBe(40)
  })

  test('are kept when the process that reads it again dies on the way', async () => {
    const { id } = await chosenImport()
    await db.importBatch.update({ where: { id }, data: { state: 'reading', updatedAt: new Date(0) } })
    await runImport(id)
    expect(await linesOf(id)).toEqual(expected)
  })

  test('are made before the import is confirmed, or not at all', async () => {
    const rows = Array.from({ length: 250 }, () => boiler(40))
    const id = await importOf(editor, await tableOf(columns, ...rows))
    await Promise.all([chooseDuplicate(editor, id, null, 'create'), confirmImport(editor, id)])
    await runImport(id)
    expect((await previewOf(editor, id)).state).toBe('done')
    const made = await db.importRow.count({ where: { batchId: id, action: 'create' } })
    expect(await db.site.count()).toBe(made)
    expect(await chooseDuplicate(editor, id, null, 'skip')).toMatchObject({ ok: false, code: 'not_ready' })
  })
})
