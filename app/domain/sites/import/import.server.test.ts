import type { Person } from '#app/domain/accounts/model'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { installJobs } from '#app/platform/jobs/jobs.server'
import { storage } from '#app/platform/storage/storage.server'
import { addAkimats, addOfficial, fillRequired, publishedSite, startSite } from '#tests/builders/akimats'
import { headings, importOf, plant, previewOf, storeImport, tableOf } from '#tests/builders/tables'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDraft, saveDraft } from '../commands/save-draft.server'
import { chooseDuplicate } from './choose-duplicate.server'
import { cancelImport, confirmImport } from './import-commands.server'
import { runImport } from './run-import.server'

const { db, url } = await testDatabase()
await installJobs(url)

let editor: Person
let head: Person
let stranger: Person

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  head = await addOfficial(db, 'akimat-balkhash', 'akimat_head')
  stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_editor')
})

describe('a new table', () => {
  test('is a preview until it is confirmed, then all its sites are drafts with numbers in the order of the rows', async () => {
    const id = await importOf(
      editor,
      await tableOf(headings, plant('Котельная'), plant('Гараж', 0.1), plant('Склад', 0.2)),
    )
    const page = await previewOf(editor, id)
    expect(page).toMatchObject({ state: 'ready', layout: 'own', rowsTotal: 3, counts: { create: 3, refused: 0 } })
    expect(await db.site.count()).toBe(0)
    await storeImport(editor, id)
    const sites = await db.site.findMany({ orderBy: { number: 'asc' }, include: { versions: true } })
    expect(sites.map(({ number }) => number)).toEqual(['BLQ-0001', 'BLQ-0002', 'BLQ-0003'])
    expect(sites.map(({ versions }) => versions[0]?.editorIds)).toEqual([
      [editor.userId],
      [editor.userId],
      [editor.userId],
    ])
    const own = await readOwnDossier(editor, 'BLQ-0002')
    expect(own.version?.dossier).toMatchObject({
      identity: { name: { kk: '', ru: 'Гараж', en: '' }, point: [74.98, 46.84 + 0.1] },
      land: { plotHa: 1.5 },
    })
    expect((await previewOf(editor, id)).state).toBe('done')
  })

  test('continues the numbers of sites entered by hand, also after them', async () => {
    await startSite(editor)
    await storeImport(editor, await importOf(editor, await tableOf(headings, plant('Котельная'))))
    expect(await startSite(editor)).toBe('BLQ-0003')
  })

  test('is stored once, however often it is confirmed and run', async () => {
    const id = await importOf(editor, await tableOf(headings, plant('Котельная')))
    await Promise.all([1, 2, 3].map(() => confirmImport(editor, id)))
    await Promise.all([1, 2, 3].map(() => runImport(id)))
    expect(await db.site.count()).toBe(1)
    expect(await db.siteVersion.count()).toBe(1)
  })

  test('leaves nothing when one of its rows cannot be stored', async () => {
    const id = await importOf(editor, await tableOf(headings, plant('Котельная'), plant('Гараж', 0.1)))
    // As if the process had died, or the database had refused, in the middle.
    await db.site.create({ data: { number: 'BLQ-0002', townKey: 'balkhash', kind: 'land' } })
    await confirmImport(editor, id)
    await runImport(id)
    expect(await previewOf(editor, id)).toMatchObject({ state: 'failed', fault: { code: 'failed' } })
    expect(await db.site.count()).toBe(1)
    expect(await db.siteVersion.count()).toBe(0)
    expect((await db.town.findUniqueOrThrow({ where: { key: 'balkhash' } })).lastSiteNumber).toBe(0)
  })

  test('is forgotten with its file when it is cancelled', async () => {
    const id = await importOf(editor, await tableOf(headings, plant('Котельная')))
    const { storageKey } = await db.importBatch.findUniqueOrThrow({ where: { id } })
    expect(await storage().get(storageKey)).not.toBeNull()
    expect(await cancelImport(editor, id)).toEqual({ ok: true, value: null })
    expect(await storage().get(storageKey)).toBeNull()
    expect(await db.importRow.count()).toBe(0)
    expect(await confirmImport(editor, id)).toMatchObject({ ok: false, code: 'nothing' })
  })

  test('is read again from its beginning by a process that takes over', async () => {
    const id = await importOf(editor, await tableOf(headings, plant('Котельная'), plant('Гараж', 0.1)))
    await db.importBatch.update({ where: { id }, data: { state: 'reading', updatedAt: new Date(0) } })
    await runImport(id)
    expect(await previewOf(editor, id)).toMatchObject({ state: 'ready', counts: { create: 2 } })
  })

  test('belongs to who sent it', async () => {
    const id = await importOf(editor, await tableOf(headings, plant('Котельная')))
    for (const other of [head, stranger]) {
      await expect(previewOf(other, id)).rejects.toMatchObject({ status: 404 })
      await expect(confirmImport(other, id)).rejects.toMatchObject({ status: 404 })
      await expect(cancelImport(other, id)).rejects.toMatchObject({ status: 404 })
      await expect(chooseDuplicate(other, id, null, 'create')).rejects.toMatchObject({ status: 404 })
    }
  })

  test('stores nothing for somebody whose rights have gone meanwhile', async () => {
    const id = await importOf(editor, await tableOf(headings, plant('Котельная')))
    await confirmImport(editor, id)
    await db.member.deleteMany({ where: { userId: editor.userId } })
    await runImport(id)
    expect(await db.site.count()).toBe(0)
  })
})

describe('sites that exist', () => {
  test('are changed by their number, in their draft or a new one beside what is public', async () => {
    const draft = await startSite(editor)
    const published = await publishedSite(editor, head)
    const id = await importOf(
      editor,
      await tableOf(['number', 'land.freeHa'], [draft, 0.5], [published.toLowerCase(), 0.7]),
    )
    expect((await previewOf(editor, id)).counts).toMatchObject({ update: 2, create: 0 })
    await storeImport(editor, id)
    const [first, second] = await Promise.all([draft, published].map((number) => readOwnDossier(editor, number)))
    expect(first?.version).toMatchObject({ revision: 2, dossier: { land: { freeHa: 0.5 } } })
    expect(second?.published?.land.freeHa).toBeNull()
    expect(second?.version).toMatchObject({ state: 'draft', dossier: { land: { plotHa: 1.2, freeHa: 0.7 } } })
    expect(await db.site.count()).toBe(2)
  })

  test('keep what an empty cell does not say, and lose what a word for no data takes away', async () => {
    const number = await publishedSite(editor, head)
    const columns = ['number', 'land.plotHa', 'rights.tenures', 'land.freeHa']
    await storeImport(
      editor,
      await importOf(editor, await tableOf(columns, [number, null, 'нет данных', 'деректер жоқ'])),
    )
    const { version } = await readOwnDossier(editor, number)
    expect(version?.dossier).toMatchObject({ land: { plotHa: 1.2, freeHa: null }, rights: { tenures: [] } })
  })

  test('of another territory, in review or named twice are not changed', async () => {
    const other = await addOfficial(db, 'akimat-temirtau', 'akimat_head')
    const reviewed = await startSite(editor)
    await saveDraft(editor, reviewed, null, fillRequired)
    const { submitForReview } = await import('../commands/review.server')
    await submitForReview(editor, reviewed)
    const draft = await startSite(editor)
    const table = () => tableOf(['number', 'land.plotHa'], [reviewed, 5], [draft, 5], [draft, 6], ['BLQ-9999', 7])
    const { lines } = await previewOf(editor, await importOf(editor, await table()), 'problems')
    expect(lines.map(({ rowNumber, problems }) => [rowNumber, problems[0]?.code])).toEqual([
      [2, 'site_in_review'],
      [4, 'number_twice'],
      [5, 'number_unknown'],
    ])
    const foreign = await previewOf(other, await importOf(other, await table()), 'problems')
    expect(foreign.lines.map(({ problems }) => problems.some(({ code }) => code === 'number_unknown'))).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  test('that somebody changed since the preview are not overwritten: it is read and shown again', async () => {
    const number = await startSite(editor)
    const id = await importOf(editor, await tableOf(['number', 'land.freeHa'], [number, 0.5]))
    await saveDraft(head, number, null, (dossier) => ({ ...dossier, land: { ...dossier.land, plotHa: 9 } }))
    await storeImport(editor, id)
    const page = await previewOf(editor, id)
    expect(page).toMatchObject({ state: 'ready', counts: { update: 1 } })
    expect(page.remarks.map(({ code }) => code)).toContain('base_changed')
    expect((await readOwnDossier(editor, number)).version?.dossier.land).toMatchObject({ plotHa: 9, freeHa: null })
    await storeImport(editor, id)
    expect((await readOwnDossier(editor, number)).version?.dossier.land).toMatchObject({ plotHa: 9, freeHa: 0.5 })
  })

  test('that got a draft since the preview are shown again, too', async () => {
    const number = await publishedSite(editor, head)
    const id = await importOf(editor, await tableOf(['number', 'land.freeHa'], [number, 0.5]))
    await openDraft(head, number)
    await storeImport(editor, id)
    expect((await previewOf(editor, id)).state).toBe('ready')
  })
})
