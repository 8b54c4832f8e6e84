import type { Person } from '#app/domain/accounts/model'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { installJobs } from '#app/platform/jobs/jobs.server'
import { addAkimats, addOfficial } from '#tests/builders/akimats'
import { headings, importOf, plant, previewOf, storeImport, tableOf } from '#tests/builders/tables'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { chooseDuplicate } from './choose-duplicate.server'
import { submitImported } from './submit-imported.server'

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

describe('likely duplicates', () => {
  const columns = [...headings, 'identity.cadastralNumbers']

  test('within the file and with sites wait for a choice and are left out without one', async () => {
    await storeImport(
      editor,
      await importOf(editor, await tableOf(columns, [...plant('Котельная № 2'), '09-108-012-345'])),
    )
    const id = await importOf(
      editor,
      await tableOf(
        columns,
        [...plant('Совсем другое имя', 0.3), '09:108:012:345'],
        [...plant('Котельная №2', 0.0002), null],
        [...plant('Мельница', 0.0002), null],
        [...plant('Мельница'), null],
      ),
    )
    const page = await previewOf(editor, id, 'duplicates')
    expect(page.counts).toMatchObject({ create: 1, skip: 3 })
    expect(
      page.lines.map(({ rowNumber, likenesses }) => [
        rowNumber,
        likenesses[0]?.reason,
        likenesses[0]?.siteNumber,
        likenesses[0]?.rowNumber,
      ]),
    ).toEqual([
      [2, 'cadastral', 'BLQ-0001', null],
      [3, 'near', 'BLQ-0001', null],
      [5, 'near', null, 4],
    ])
    expect(await chooseDuplicate(editor, id, 2, 'update')).toEqual({ ok: true, value: { rows: 1 } })
    expect(await chooseDuplicate(editor, id, 5, 'create')).toEqual({ ok: true, value: { rows: 1 } })
    expect((await previewOf(editor, id)).counts).toMatchObject({ create: 2, update: 1, skip: 1 })
    await storeImport(editor, id)
    expect(await db.site.count()).toBe(3)
    expect((await readOwnDossier(editor, 'BLQ-0001')).version?.dossier.identity.name.ru).toBe('Совсем другое имя')
  })

  test('of a table that is loaded again are all found', async () => {
    const table = () => tableOf(columns, [...plant('Котельная'), '1-1'], [...plant('Гараж', 0.1), '1-2'])
    await storeImport(editor, await importOf(editor, await table()))
    const again = await importOf(editor, await table())
    expect((await previewOf(editor, again)).counts).toMatchObject({ create: 0, skip: 2 })
    expect(await chooseDuplicate(editor, again, null, 'update')).toEqual({ ok: true, value: { rows: 2 } })
    expect((await previewOf(editor, again)).counts).toMatchObject({ unchanged: 2 })
  })
})

describe('handing over', () => {
  test('sends what is complete to the reviewers with one letter', async () => {
    const columns = [
      'kind',
      'identity.name.kk',
      'identity.name.ru',
      'latitude',
      'longitude',
      'rights.tenures',
      'land.plotHa',
      'offeredFor.sectors',
    ]
    const row = (name: string, at: number, sectors: string | null) => [
      'land',
      name,
      name,
      46.84 + at,
      74.98,
      'lease; sale',
      2,
      sectors,
    ]
    const id = await importOf(
      editor,
      await tableOf(columns, row('А', 0, 'Логистика'), row('Б', 0.1, 'manufacturing; it'), row('В', 0.2, null)),
    )
    expect((await previewOf(editor, id, 'problems')).lines[0]?.problems).toMatchObject([
      { cell: 'H2', code: 'not_a_choice' },
    ])
    const again = await importOf(
      editor,
      await tableOf(columns, row('А', 0, 'logistics'), row('Б', 0.1, 'manufacturing; it'), row('В', 0.2, null)),
    )
    await storeImport(editor, again)
    expect(await submitImported(editor, again)).toEqual({ submitted: 2, incomplete: 1 })
    expect(await submitImported(editor, again)).toEqual({ submitted: 0, incomplete: 1 })
    const letters = await db.outboxMessage.findMany({ where: { template: 'sites_submitted' } })
    expect(letters.map(({ toAddress }) => toAddress)).toEqual([head.email])
    await expect(submitImported(stranger, again)).rejects.toMatchObject({ status: 404 })
  })

  test('keeps what the review would not take, and sites that have ended', async () => {
    const columns = [...headings, 'identity.name.kk', 'rights.tenures', 'buildings.0.totalAreaM2', 'offeredFor.sectors']
    const row = (kind: string, name: string, at: number) => [
      ...[null, kind, name, 1, 46.84 + at, 74.98],
      ...[name, 'sale', 500, 'logistics'],
    ]
    const id = await importOf(
      editor,
      await tableOf(columns, row('building', 'А', 0), row('premises', 'Б', 0.1), row('building', 'В', 0.2)),
    )
    await storeImport(editor, id)
    await db.site.update({ where: { number: 'BLQ-0003' }, data: { endedAt: new Date() } })
    expect(await submitImported(editor, id)).toEqual({ submitted: 1, incomplete: 1 })
    const sent = await db.siteVersion.findMany({ where: { state: 'in_review' }, include: { site: true } })
    expect(sent.map(({ site }) => site.number)).toEqual(['BLQ-0001'])
  })
})
