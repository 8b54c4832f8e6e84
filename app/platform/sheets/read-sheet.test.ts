import { workbookOf, zipOf } from '#tests/setup/zip'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test, vi } from 'vitest'
import { columnName, type SheetFacts, type SheetLimits, type SheetRow } from './model'
import { readSheet } from './read-sheet.server'

const limits: SheetLimits = { rows: 10_001, columns: 300, unpackedBytes: 150_000_000, entries: 200, ms: 30_000 }

async function read(bytes: Uint8Array, own: Partial<SheetLimits> = {}) {
  let facts: SheetFacts | null = null
  const rows: SheetRow[] = []
  const outcome = await readSheet(
    bytes,
    { ...limits, ...own },
    { begin: (begun) => void (facts = begun), rows: async (more) => void rows.push(...more) },
  )
  return { outcome, facts: facts as SheetFacts | null, rows }
}

const textOf = (rows: SheetRow[]) =>
  rows.map(({ cells }) => cells.map((cell) => (cell?.kind === 'text' ? cell.text : (cell?.kind ?? null))))
const refusal = (code: string) => ({ ok: false, code, params: expect.anything() as object })

describe('a workbook', () => {
  test('gives values with their types, formulas with their last value, and names merged cells', async () => {
    const cells = new Map([
      ['1,0', { value: 12.5, type: 'formula' as const, formula: '5*2.5', formulaResult: 12.5 }],
      ['1,4', { value: '#DIV/0!', type: 'error' as const }],
    ])
    const rows = [
      ['number', 'text', 'date', 'yes', 'error'],
      [null, ' Ұзын сөз ', new Date('2024-02-29'), true, null],
    ]
    const merges = [{ startRow: 3, startCol: 1, endRow: 4, endCol: 2 }]
    const {
      outcome,
      facts,
      rows: found,
    } = await read(await writeXlsx({ sheets: [{ name: 'Алаң', rows, cells, merges }] }))
    expect(outcome).toEqual({ ok: true })
    expect(facts).toEqual({ format: 'xlsx', sheetName: 'Алаң', merges: ['B4:C5'], rows: 2, encoding: null })
    expect(found[1]).toEqual({
      number: 2,
      cells: [
        { kind: 'number', number: 12.5, isFormula: true },
        { kind: 'text', text: ' Ұзын сөз ' },
        { kind: 'date', date: '2024-02-29' },
        { kind: 'boolean', boolean: true },
        { kind: 'error', text: '#DIV/0!' },
      ],
    })
  })

  test('says which numbers are shown as percentages', async () => {
    const styleOf = (numFmt: string) => ({ value: 0.35, style: { numFmt } })
    const formats = ['0%', '0.00%', '# ##0.0%;-0%', '0.00', '0" %"', 'General']
    const cells = new Map(formats.map((numFmt, column) => [`0,${column}`, styleOf(numFmt)]))
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [formats.map(() => 0.35)], cells }] })
    const [row] = (await read(bytes)).rows
    expect(row?.cells.map((cell) => cell?.kind === 'number' && (cell.isPercent ?? false))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('passes over rows and sheets that have nothing but formats', async () => {
    const empty = { name: 'Empty', columns: [{ width: 5, numFmt: '@' }], rows: [[null]] }
    const filled = { name: 'Filled', columns: [{ width: 5, numFmt: '@' }], rows: [['24.10'], [null], [null]] }
    const { facts, rows } = await read(await writeXlsx({ sheets: [empty, filled] }))
    expect(facts).toMatchObject({ sheetName: 'Filled', rows: 1 })
    expect(textOf(rows)).toEqual([['24.10']])
  })

  test('says that nobody has computed a formula', async () => {
    const { rows } = await read(workbookOf('<sheetData><row r="7"><c r="C7"><f>A1*2</f></c></row></sheetData>'))
    expect(rows).toEqual([{ number: 7, cells: [null, null, { kind: 'formula', isFormula: true }] }])
  })

  test('may have a million empty rows', async () => {
    const empty = Array.from(
      { length: 1_000_000 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="0"/></row>`,
    )
    const first = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
    const { outcome, rows } = await read(workbookOf(`<sheetData>${first}${empty.join('')}</sheetData>`))
    expect(outcome).toEqual({ ok: true })
    expect(rows).toHaveLength(1)
  })

  test('may claim to be as large as a sheet can be', async () => {
    const cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    const { rows } = await read(workbookOf(`<dimension ref="A1:XFD1048576"/><sheetData>${cells}</sheetData>`))
    expect(rows.map(({ number }) => number)).toEqual([1, 1_048_576])
  })

  test('is read from the first sheet that has a cell', async () => {
    const sheets = [
      { name: 'Empty', rows: [] },
      { name: 'Full', rows: [['a']] },
    ]
    const { facts, rows } = await read(await writeXlsx({ sheets }))
    expect(facts?.sheetName).toBe('Full')
    expect(textOf(rows)).toEqual([['a']])
  })

  const xlsxRow = (count: number) =>
    `<row r="1">${Array.from({ length: count }, (_, index) => `<c r="${columnName(index)}1"><v>1</v></c>`).join('')}</row>`

  test.each([
    ['one column too many', workbookOf(`<sheetData>${xlsxRow(301)}</sheetData>`), 'too_many_columns'],
    ['no value at all', workbookOf('<sheetData><row r="1"><c r="A1"/></row></sheetData>'), 'empty'],
    ['no cell at all', workbookOf('<sheetData/>'), 'empty'],
    ['XML that breaks off', workbookOf('<sheetData><row r="1"><c r="A1'), 'empty'],
    ['another archive', zipOf([{ name: 'a.txt', text: 'a' }]), 'not_a_workbook'],
    ['half an archive', workbookOf('<sheetData/>').subarray(0, 300), 'not_a_workbook'],
    [
      'an OpenDocument',
      zipOf([{ name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'not_a_workbook',
    ],
    ['a lie about its size', workbookOf(`<sheetData>${xlsxRow(200)}</sheetData>`, 20), 'not_a_workbook'],
  ])('with %s is refused', async (_name, bytes, code) => {
    expect((await read(bytes)).outcome).toEqual(refusal(code))
  })

  test('with 300 columns is read', async () => {
    const { rows } = await read(workbookOf(`<sheetData>${xlsxRow(300)}</sheetData>`))
    expect(rows[0]?.cells).toHaveLength(300)
  })

  test('that unpacks to more than it may is refused before it fills the memory', async () => {
    const bomb = workbookOf(`<sheetData><row r="1"><c r="A1"><v>${'1'.repeat(151_000_000)}</v></c></row></sheetData>`)
    expect(bomb.length).toBeLessThan(1_000_000)
    const before = process.memoryUsage().rss
    expect((await read(bomb)).outcome).toEqual(refusal('too_large'))
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
  })

  test('of too many parts is refused', async () => {
    const parts = Array.from({ length: 201 }, (_, index) => ({ name: `${index}.xml`, text: '' }))
    expect((await read(zipOf(parts))).outcome).toEqual(refusal('too_large'))
  })

  test('of the time before .xlsx, or with a password, is told apart', async () => {
    const container = Buffer.alloc(600)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(container)
    const locked = Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')])
    expect((await read(container)).outcome).toEqual(refusal('old_format'))
    expect((await read(locked)).outcome).toEqual(refusal('locked'))
  })

  test('that takes too long is given up', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [index, 'x'])
    expect((await read(await writeXlsx({ sheets: [{ name: 'A', rows }] }), { ms: 1 })).outcome).toEqual(
      refusal('too_slow'),
    )
  })
})

test('the clock stands still while somebody takes the rows', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const takeSlowly = async () => void (await vi.advanceTimersByTimeAsync(60_000))
    const taker = { begin: () => undefined, rows: takeSlowly }
    expect(await readSheet(Buffer.from('a;b\nc;d'), { ...limits, ms: 1_000 }, taker)).toEqual({ ok: true })
  } finally {
    vi.useRealTimers()
  }
})

describe('rows', () => {
  const lines = (count: number) => Buffer.from(Array.from({ length: count }, (_, index) => `${index};x`).join('\n'))

  test('up to the limit are read, one more is refused', async () => {
    expect((await read(lines(10_001))).rows).toHaveLength(10_001)
    expect((await read(lines(10_002))).outcome).toEqual({ ok: false, code: 'too_many_rows', params: { max: 10_001 } })
  })

  test('come no faster than they are taken', async () => {
    let running = 0
    const take = async () => {
      running += 1
      expect(running).toBe(1)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
    }
    expect(await readSheet(lines(1_000), limits, { begin: () => undefined, rows: take })).toEqual({ ok: true })
  })

  test('end with the fault of who takes them', async () => {
    const take = { begin: () => undefined, rows: () => Promise.reject(new Error('full')) }
    await expect(readSheet(lines(10), limits, take)).rejects.toThrow('full')
  })
})

describe('a table with separators', () => {
  const table = 'Атауы;Қуаты\r\n"Цех ""А""; бұрынғы";12,5\r\n;\r\nҮй;3'
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  const expected = [
    ['Атауы', 'Қуаты'],
    ['Цех "А"; бұрынғы', '12,5'],
    ['Үй', '3'],
  ]

  test.each([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`), 'utf-8'],
    ['UTF-16, least byte first', utf16(`\uFEFF${table}`), 'utf-16le'],
    ['UTF-16, most byte first', utf16(`\uFEFF${table}`).swap16(), 'utf-16be'],
    ['UTF-16 without its mark', utf16(table), 'utf-16le'],
    ['tabs', Buffer.from(table.replaceAll('Қуаты', 'Қуаты').replace(/;(?! )/g, '\t')), 'utf-8'],
    ['commas', Buffer.from('Атауы,Қуаты\n"Цех ""А""; бұрынғы","12,5"\n,\nҮй,3'), 'utf-8'],
    ['the hint of Excel', Buffer.from(`sep=;\r\n${table}`), 'utf-8'],
  ])('in %s', async (_name, bytes, encoding) => {
    const { outcome, facts, rows } = await read(bytes)
    expect(outcome).toEqual({ ok: true })
    expect(facts?.encoding).toBe(encoding)
    expect(textOf(rows)).toEqual(expected)
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 4])
  })

  test('in Windows-1251, where Russian letters are one byte', async () => {
    const letters = 'Название;Площадь\nЦех № 2;1250'
    const table1251 = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
    const bytes = Buffer.from([...letters].map((letter) => table1251.indexOf(letter)))
    const { facts, rows } = await read(bytes)
    expect(facts?.encoding).toBe('windows-1251')
    expect(textOf(rows)).toEqual([
      ['Название', 'Площадь'],
      ['Цех № 2', '1250'],
    ])
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['only empty lines', Buffer.from('\n;;;\n\n'), 'empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex'), 'not_a_workbook'],
    ['a quotation mark that never closes', Buffer.from('a;b\n"c;d\ne;f'), 'broken_csv'],
    ['one column too many', Buffer.from('a;'.repeat(300) + 'b'), 'too_many_columns'],
  ])('that is %s is refused', async (_name, bytes, code) => {
    expect((await read(bytes)).outcome).toEqual(refusal(code))
  })
})
