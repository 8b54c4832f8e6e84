import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers stand on the right in figures of equal width. */
  isNumeric?: boolean
  /** Address of the list in the order of this column; `by` is the order it has now, null for another column's. */
  sort?: { to: string; by: 'ascending' | 'descending' | null }
  /** Names the row; one column at most, the first by custom. */
  isRowHeader?: boolean
}

type DataTableProps<Row> = {
  /** What the table is about; shown above it unless hidden. */
  caption: string
  isCaptionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/** A table on a wide screen; on a phone each row becomes a block in which every value carries its column's name. */
export function DataTable<Row>({ caption, isCaptionHidden = false, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table className="stacking-table w-full text-left">
      <caption className={isCaptionHidden ? 'sr-only' : 'pb-2 text-left text-lg font-bold'}>{caption}</caption>
      <thead>
        <tr className="border-line border-b">
          {columns.map(({ key, header, isNumeric, sort }) => (
            <th
              key={key}
              scope="col"
              aria-sort={sort?.by ?? undefined}
              className={`text-muted py-2 pr-4 text-sm font-semibold ${isNumeric ? 'text-right' : ''}`}
            >
              {sort ? <SortLink sort={sort}>{header}</SortLink> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="border-line border-b">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SortLink({ sort, children }: { sort: NonNullable<Column<unknown>['sort']>; children: ReactNode }) {
  const arrow = { ascending: ' ↑', descending: ' ↓' } as const
  return (
    <Link to={sort.to} preventScrollReset className="inline-flex min-h-8 items-center gap-1 underline">
      {children}
      {sort.by !== null && <span aria-hidden="true">{arrow[sort.by]}</span>}
    </Link>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { header, cell, isNumeric, isRowHeader } = column
  const look = `align-top sm:py-3 sm:pr-4 ${isNumeric ? 'tabular-nums sm:text-right' : ''}`
  if (isRowHeader) {
    return (
      <th scope="row" className={`${look} font-semibold`}>
        {cell(row)}
      </th>
    )
  }
  return (
    <td data-label={header} className={look}>
      <div>{cell(row)}</div>
    </td>
  )
}
