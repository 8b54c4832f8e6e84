import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SheetCell, SheetRow } from './model'
import { readSheet } from './read-sheet.server'
import { writeCsv, type CsvValue } from './write-csv.server'
import { streamWorkbook, writeWorkbook, type XlsxValue } from './write-xlsx.server'

const limits = { rows: 1_000, columns: 300, unpackedBytes: 50_000_000, entries: 200, ms: 20_000 }
const dangerous = ['=1+1', '+7 701', '-5 °C', '@SUM(A1)', '\tx', '\rx', "'=1", "''@", '＝1', '=cmd|"/C calc"!A0']

async function readBack(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  const outcome = await readSheet(bytes, limits, {
    begin: () => undefined,
    rows: async (more) => void rows.push(...more),
  })
  expect(outcome).toEqual({ ok: true })
  return rows
}

async function* each<Value>(rows: Value[][]) {
  yield* rows
}

const textsOf = (rows: SheetRow[]) =>
  rows.map(({ cells }) => cells.map((cell) => (cell?.kind === 'text' ? cell.text : cell)))

async function csvOf(rows: CsvValue[][]): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeCsv(each(rows))) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function xlsxOf(rows: XlsxValue[][]): Promise<Uint8Array> {
  const columns = rows[0]?.map(() => ({ width: 12, format: undefined })) ?? []
  return new Uint8Array(await new Response(streamWorkbook('Sites', columns, 1, each(rows))).arrayBuffer())
}

test('a text that begins like a formula stays a text in CSV, and comes back as it was', async () => {
  const csv = await csvOf([['name', ...dangerous]])
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const fields = csv.toString().split(/,"?/)
  expect(fields.filter((field) => /^"?[=+\-@\t\r]/.test(field))).toEqual([])
  expect(textsOf(await readBack(csv))).toEqual([['name', ...dangerous]])
})

const hidden = [
  "Цех;=cmd|' /C calc'!A0;",
  'Цех;"=1+1;',
  'Цех\t+7',
  'Цех\n- шаг\r\n@A1',
  ';;=1',
  '\t=1',
  "a;''-1",
  'Цех;＝1',
  'Цех; =',
]

test('nor does a piece of it where a semicolon, a tab or a line break begins a cell; all cells are quoted', async () => {
  const csv = await csvOf([['name', 'place'], ...hidden.map((text) => [text, 'Балхаш']), ['Үй', null]])
  expect(csv.toString()).toContain('"Үй",\r\n')
  for (const separator of [';', '\t', '\n', '\r']) {
    const cells = csv.toString().split(separator)
    expect(cells.filter((cell) => /^"*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
  }
  const rows = textsOf(await readBack(csv))
  expect(rows.slice(1, -1)).toEqual(hidden.map((text) => [text, 'Балхаш']))
})

const pieces = fc.array(
  fc.constantFrom(';', ',', '\t', '\n', '\r\n', '"', "'", '=', '+', '-', '@', '＝', 'Ә', ' ', '1', 'sep='),
  {
    minLength: 1,
    maxLength: 12,
  },
)

test('whatever stands in a cell comes back as it was, and begins no formula', async () => {
  const texts = fc.array(
    pieces.map((list) => list.join('')).filter((text) => text.trim() !== ''),
    { minLength: 1, maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(texts, async (list) => {
      const csv = await csvOf([['name', 'place'], ...list.map((text) => [text, text])])
      expect(
        csv
          .toString()
          .split(/[;\t\r\n]/)
          .filter((cell) => /^"*[=+\-@＝]/.test(cell)),
      ).toEqual([])
      expect(textsOf(await readBack(csv))).toEqual([['name', 'place'], ...list.map((text) => [text, text])])
    }),
    { numRuns: 30 },
  )
})

test('a text that begins like a formula stays a text in a workbook', async () => {
  const rows = await readBack(await xlsxOf([['name', ...dangerous]]))
  expect(rows[0]?.cells.some((cell) => cell?.isFormula)).toBe(false)
  expect(textsOf(rows)).toEqual([['name', ...dangerous]])
})

test('types survive a workbook', async () => {
  const [, row] = await readBack(
    await xlsxOf([
      ['a', 'b', 'c', 'd', 'e'],
      ['Ә', 0.1, new Date('2026-11-22'), true, null],
    ]),
  )
  const expected: SheetCell[] = [
    { kind: 'text', text: 'Ә' },
    { kind: 'number', number: 0.1 },
    { kind: 'date', date: '2026-11-22' },
    { kind: 'boolean', boolean: true },
  ]
  expect(row?.cells).toEqual(expected)
})

test('a drop-down takes its words from another sheet', async () => {
  const bytes = await writeWorkbook([
    {
      name: 'Sites',
      columns: [{ width: 10 }],
      rows: [['kind']],
      frozenRows: 1,
      choices: [{ range: 'A2:A9', source: 'Lists!$A$1:$A$2' }],
    },
    { name: 'Lists', columns: [{ width: 10 }], rows: [['=a'], ['b']], frozenRows: 0, choices: [] },
  ])
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(bytes)
  expect(sheets[0]?.dataValidations).toMatchObject([{ type: 'list', range: 'A2:A9', formula1: 'Lists!$A$1:$A$2' }])
  expect(sheets[1]?.rows).toEqual([['=a'], ['b']])
})

// What a workbook or a table cannot hold at all: control characters, halves of surrogate pairs; blank means no value.
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(text))

test.each([
  ['CSV', csvOf],
  ['a workbook', xlsxOf],
] as const)('any text survives %s', async (_name, write) => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 40 }), async (texts) => {
      const rows = [['name'], ...texts.map((text) => [text])]
      expect(textsOf(await readBack(Buffer.from(await write(rows))))).toEqual(rows)
    }),
    { numRuns: 15 },
  )
})
