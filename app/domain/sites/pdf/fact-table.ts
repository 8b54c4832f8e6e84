import type { FactBlock, FactRow } from '#app/domain/sites/passport/fact-block'
import { plain } from '#app/domain/sites/passport/said'
import type { PdfPart } from '#app/platform/pdf/model'
import type { TableCell } from 'pdfmake/interfaces'
import { inkOf, isShort, muted, remark } from './blocks'
import type { Print } from './print'

/** Who is named for what the akimat does not say. */
export type Supplier = 'akimat' | 'owner'

/** With the 8 points between two columns they fill the page; fixed, so that a long word breaks instead of running out. */
const factWidths = [104, 140, 104, 139]

/** Longest value that stands in a narrow column; a longer one runs over the whole width. */
const longestInColumn = 160

/** What is known, two pairs in a row, where it comes from, and in one line what nobody has said and who can. */
export function factTable(block: FactBlock, supplier: Supplier, stale: string | undefined, print: Print): PdfPart[] {
  const isLong = ({ value }: FactRow) => plain(value).length > longestInColumn
  const narrow = block.rows.filter((row) => !isLong(row))
  return [
    ...(narrow.length === 0 ? [] : [columnsOf(narrow, stale)]),
    ...block.rows.filter(isLong).map((row) => paragraphOf(row, stale)),
    ...remarksOn(block, supplier, print).map(remark),
  ]
}

/** Where the values come from, what nobody has said, what does not apply. */
export function remarksOn({ source, unknown, notApplicable }: FactBlock, supplier: Supplier, { t }: Print): string[] {
  return [
    source === null ? '' : `${t('passport.utility.source')}: ${plain(source.text)}`,
    unknown.length === 0
      ? ''
      : t('passport.no_data', { list: unknown.join(', '), who: t(`passport.supplier.${supplier}`) }),
    notApplicable.length === 0 ? '' : t('passport.not_applicable', { list: notApplicable.join(', ') }),
  ].filter((line) => line !== '')
}

function columnsOf(rows: readonly FactRow[], stale: string | undefined): PdfPart {
  const cells = rows.map(({ label, value, source }): TableCell[] => [
    muted(label, 8.5),
    { stack: [{ text: plain(value), color: inkOf(stale) }, ...(source ? [muted(plain(source.text), 7.5)] : [])] },
  ])
  if (cells.length % 2 === 1) cells.push(['', ''])
  const body = Array.from({ length: cells.length / 2 }, (_, row) => [
    ...(cells[row * 2] ?? []),
    ...(cells[row * 2 + 1] ?? []),
  ])
  return { layout: 'rows', table: { widths: factWidths, body, dontBreakRows: body.every(isShort) } }
}

function paragraphOf({ label, value, source }: FactRow, stale: string | undefined): PdfPart {
  return {
    stack: [
      muted(label, 8.5),
      { text: plain(value), color: inkOf(stale) },
      ...(source ? [muted(plain(source.text), 7.5)] : []),
    ],
    margin: [0, 4, 0, 0],
  }
}
