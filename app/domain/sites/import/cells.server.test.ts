import type { Person } from '#app/domain/accounts/model'
import { readOwnDossier } from '#app/domain/sites/queries/own-sites.server'
import { installJobs } from '#app/platform/jobs/jobs.server'
import { addAkimats, addOfficial } from '#tests/builders/akimats'
import { headings, importOf, plant, previewOf, storeImport, tableOf } from '#tests/builders/tables'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, test } from 'vitest'
import { startImport } from './import-commands.server'

const { db, url } = await testDatabase()
await installJobs(url)

let editor: Person

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
})

describe('cells', () => {
  const problemsOf = async (...rows: (string | number | boolean | Date | null)[][]) => {
    const [columns = [], ...values] = rows
    const id = await importOf(editor, await tableOf(columns as string[], ...values))
    const { lines } = await previewOf(editor, id, 'problems')
    return lines.flatMap(({ problems }) => problems.map(({ cell, level, code }) => `${cell} ${level} ${code}`))
  }

  test('that cannot be taken are named, and keep their row out', async () => {
    const columns = ['kind', 'town', 'identity.name.ru', 'latitude', 'longitude', 'land.plotHa', 'rights.ownership']
    expect(
      await problemsOf(
        columns,
        ['здание', 'balkhash KK', 'А', 74.98, 46.84, 1, 'communal'],
        ['здание', 'balkhash KK', 'Б', 51.5, 0.1, 'два гектара', 'наша'],
        ['дом', 'temirtau', 'В', '46,84', '74,98', -1, null],
        [null, 'Париж', null, 46.84, null, 1, null],
      ),
    ).toEqual([
      'D2 error swapped',
      'G3 error not_a_choice',
      'D3 error outside_country',
      'F3 error not_a_number',
      'B4 error town_not_yours',
      'A4 error kind_unknown',
      'F4 error negative',
      'E5 error not_coordinates',
      'B5 error town_unknown',
      'A5 error kind_missing',
      'C5 error name_missing',
    ])
  })

  test('with units are converted and said so, or refused', async () => {
    const columns = [
      'kind',
      'identity.name.ru',
      'utilities.electricity.presence',
      'utilities.electricity.installed',
      'rights.price',
      'rights.priceKind',
    ]
    const id = await importOf(
      editor,
      await tableOf(
        columns,
        ['building', 'А', 'подключено', '400 кВт', '24,5 млн ₸', 'purchase'],
        ['building', 'Б', 'connected', '1,2 МВт', '1 250 000', 'purchase'],
        ['building', 'В', 'connected', '400 л.с.', null, null],
      ),
    )
    const { lines } = await previewOf(editor, id, 'problems')
    expect(lines.map(({ rowNumber, problems }) => [rowNumber, ...problems.map(({ code }) => code)])).toEqual([
      [2, 'converted'],
      [3, 'converted'],
      [4, 'unknown_unit'],
    ])
    await storeImport(editor, id)
    const values = await Promise.all(
      ['BLQ-0001', 'BLQ-0002'].map(async (number) => {
        const { version } = await readOwnDossier(editor, number)
        return [version?.dossier.utilities.electricity.installed, version?.dossier.rights.price]
      }),
    )
    expect(values).toEqual([
      [400, 24_500_000],
      [1200, 1_250_000],
    ])
  })

  test('may say days in the ways people do', async () => {
    const columns = ['kind', 'identity.name.ru', 'land.provenance.asOf', 'rights.idleSince']
    const id = await importOf(
      editor,
      await tableOf(
        columns,
        ['land', 'А', '28.10.2024', '05.2021'],
        ['land', 'Б', new Date('2024-10-28'), new Date('2021-05-17')],
        ['land', 'В', '1/2/2024', '2021-05'],
        ['land', 'Г', 'осенью', 'давно'],
      ),
    )
    await storeImport(editor, id)
    const dossiers = await Promise.all(
      ['BLQ-0001', 'BLQ-0002', 'BLQ-0003'].map((number) => readOwnDossier(editor, number)),
    )
    expect(
      dossiers.map(({ version }) => [version?.dossier.land.provenance.asOf, version?.dossier.rights.idleSince]),
    ).toEqual([
      ['2024-10-28', '2021-05'],
      ['2024-10-28', '2021-05'],
      ['2024-02-01', '2021-05'],
    ])
    const { lines } = await previewOf(editor, id, 'problems')
    expect(lines[0]?.problems.map(({ code }) => code)).toEqual(['not_a_month', 'not_a_date'])
  })

  test('of a capacity without the answer whether the network is there are not lost in silence', async () => {
    expect(await problemsOf(['kind', 'identity.name.ru', 'utilities.water.free'], ['land', 'А', 12])).toEqual([
      'C2 error ruled_out',
    ])
  })

  test('of a site number that Excel made a number of are not taken for empty', async () => {
    expect(await problemsOf(headings, [42, ...plant('А').slice(1)], [true, ...plant('Б', 0.1).slice(1)])).toEqual([
      'A2 error number_unknown',
      'A3 error number_unknown',
    ])
  })

  test('may hold what a database cannot keep', async () => {
    const zero = '\u0000'
    const columns = ['kind', 'identity.name.ru', 'rights.ownership', `Лишний${zero} 😀`]
    const cut = `${'я'.repeat(59)}😀`
    const id = await importOf(editor, await tableOf(columns, ['land', `А${zero}`, null, 'x'], ['land', 'Б', cut, null]))
    const page = await previewOf(editor, id, 'problems')
    expect(page).toMatchObject({ state: 'ready', counts: { create: 1, refused: 1 } })
    await storeImport(editor, id)
    expect((await readOwnDossier(editor, 'BLQ-0001')).version?.dossier.identity.name.ru).toBe('А')
  })

  test('of a column that nobody knows are named once and passed over', async () => {
    const id = await importOf(
      editor,
      await tableOf([...headings, 'Примечание бухгалтера'], [...plant('Гараж'), 'срочно']),
    )
    const page = await previewOf(editor, id)
    expect(page.remarks).toEqual([
      { code: 'columns_not_taken', params: { columns: 'Примечание бухгалтера', count: 1 } },
    ])
    expect(page.counts.create).toBe(1)
  })
})

describe('a file that is no such table', () => {
  const faultOf = async (bytes: Uint8Array) => {
    const { state, fault } = await previewOf(editor, await importOf(editor, bytes))
    return [state, fault?.code]
  }

  test.each([
    ['no known column', () => tableOf(['что-то', 'другое'], ['а', 'б']), 'unknown_layout'],
    ['a column twice', () => tableOf([...headings, 'Название (ru)', 'kind'], plant('А')), 'duplicate_header'],
    ['headings only', () => tableOf(headings), 'no_rows'],
    ['a picture', async () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_a_workbook'],
    ['10,001 sites', async () => Buffer.from(`number;kind\n${'BLQ-0001;land\n'.repeat(10_002)}`), 'too_many_rows'],
  ])('because it has %s is refused in words', async (_name, make, code) => {
    expect(await faultOf(await make())).toEqual(['failed', code])
    expect(await db.importRow.count()).toBe(0)
  })

  test('because it is too large or empty is not kept at all', async () => {
    const order = { fileName: 'a.xlsx', layout: null, language: 'ru' as const, townKey: null }
    expect(await startImport(editor, { ...order, bytes: Buffer.alloc(25_000_001) })).toMatchObject({
      code: 'file_too_large',
    })
    expect(await startImport(editor, { ...order, bytes: Buffer.alloc(0) })).toMatchObject({ code: 'file_missing' })
    expect(await db.importBatch.count()).toBe(0)
  })
})
