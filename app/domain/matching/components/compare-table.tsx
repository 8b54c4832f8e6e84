import type { CompareColumn, CompareRow, CompareView, JudgedRow } from '#app/domain/matching/compare/model'
import { Say } from '#app/domain/sites/components/passport/say'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DemoChip } from '#app/ui/chip'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { IntervalBar } from './interval-bar'
import { OutcomeMark } from './outcome-mark'

type CompareTableProps = {
  view: CompareView
  onlyDifferences: boolean
  /** Id of the form that inquires about what is ticked. */
  inquireForm: string
  /** Address of the same comparison without a site. */
  without: (number: string) => string
}

const labelLook = 'bg-paper sticky left-0 z-10 w-36 min-w-36 p-3 text-left align-top font-medium sm:w-56 sm:min-w-56'

/** Sites side by side; a narrow screen is pushed sideways, the names of the rows stay. */
export function CompareTable({ view, onlyDifferences, inquireForm, without }: CompareTableProps) {
  const { t } = useLanguage()
  const { columns } = view
  const canTick = columns.filter(({ canInquire }) => canInquire).length > 1
  const isShown = ({ isDifferent }: { isDifferent: boolean }) => isDifferent || !onlyDifferences
  const judged = view.judged.filter(isShown)
  const groups = view.groups.map((group) => ({ ...group, rows: group.rows.filter(isShown) }))
  return (
    <div
      role="region"
      aria-label={t('compare.caption')}
      // What can be pushed sideways must be within reach of the keyboard.
      tabIndex={columns.length > 1 ? 0 : undefined}
      className="border-line relative overflow-x-auto rounded-lg border print:overflow-visible print:border-0"
    >
      <table className="w-full border-collapse text-left lg:table-fixed">
        <caption className="sr-only">{t('compare.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${labelLook} text-muted text-sm`}>
              {t('compare.what')}
            </th>
            {columns.map((column) => (
              <ColumnHead
                key={column.number}
                column={column}
                without={without(column.number)}
                tickFor={canTick && column.canInquire ? inquireForm : null}
              />
            ))}
          </tr>
        </thead>
        {view.judged.length > 0 && <JudgedRows columns={columns} rows={judged} />}
        {groups.map(
          ({ key, rows }) =>
            rows.length > 0 && (
              <RowGroup key={key} title={t(`compare.group.${key}`)} span={columns.length + 1}>
                {rows.map((row) => (
                  <ValueRow key={row.key} row={row} columns={columns} />
                ))}
              </RowGroup>
            ),
        )}
      </table>
    </div>
  )
}

/** `tickFor`: id of the form that the tick of the column belongs to; null where there is none. */
type ColumnHeadProps = { column: CompareColumn; without: string; tickFor: string | null }

function ColumnHead({ column, without, tickFor }: ColumnHeadProps) {
  const { t, href } = useLanguage()
  const { number, name, place, isDemo, canInquire, ended } = column
  return (
    <th scope="col" className="min-w-48 p-3 align-top font-normal">
      <Link to={href(`/sites/${number}`)} className="font-bold">
        {name === '' ? number : <Say of={name} />}
      </Link>
      <span className="text-muted block text-sm">
        {place} · <span className="whitespace-nowrap">{number}</span>
      </span>
      {isDemo && <DemoChip />}
      {ended !== null && <span className="text-wheat-ink block text-sm">{t('compare.ended', { status: ended })}</span>}
      <span className="flex flex-wrap gap-x-4" data-no-print>
        {tickFor !== null && (
          <label className="flex min-h-11 w-full items-center gap-2 text-sm">
            <input
              type="checkbox"
              name="site"
              value={number}
              form={tickFor}
              defaultChecked
              className="tick size-5 shrink-0"
            />
            {t('compare.tick')}
            <span className="sr-only">: {number}</span>
          </label>
        )}
        {canInquire && (
          <Link
            to={href(`/inquiries/new?site=${number}`)}
            aria-label={`${t('compare.inquire')}: ${number}`}
            className="inline-flex min-h-11 items-center text-sm underline"
          >
            {t('compare.inquire')}
          </Link>
        )}
        <Link
          to={without}
          aria-label={t('compare.remove', { number })}
          className="inline-flex min-h-11 items-center text-sm underline"
        >
          {t('compare.remove_short')}
        </Link>
      </span>
    </th>
  )
}

function RowGroup({ title, span, children }: { title: string; span: number; children: ReactNode }) {
  return (
    <tbody>
      <tr className="border-line bg-sunken border-y">
        <th scope="rowgroup" colSpan={span} className="p-0">
          <span className="sticky left-0 inline-block px-3 py-2 font-bold">{title}</span>
        </th>
      </tr>
      {children}
    </tbody>
  )
}

function RowLabel({ label, note, isDifferent }: { label: string; note?: string; isDifferent: boolean }) {
  const { t } = useLanguage()
  return (
    <th scope="row" className={labelLook}>
      {label}
      {isDifferent && (
        <>
          <span aria-hidden="true" className="text-accent pl-1 font-bold">
            ≠
          </span>
          <span className="sr-only"> ({t('compare.differs')})</span>
        </>
      )}
      {note !== undefined && <span className="text-muted block text-sm font-normal">{note}</span>}
    </th>
  )
}

function ValueRow({ row, columns }: { row: CompareRow; columns: readonly CompareColumn[] }) {
  const { t } = useLanguage()
  return (
    <tr className="border-line border-b">
      <RowLabel label={row.label} isDifferent={row.isDifferent} />
      {columns.map(({ number }, index) => {
        const cell = row.cells[index] ?? null
        return (
          <td key={number} className={`p-3 align-top tabular-nums ${row.isDifferent ? '' : 'text-muted'}`}>
            {cell === null ? (
              <span className="text-muted">{t('ui.state.unknown')}</span>
            ) : (
              <span className="inline-block first-letter:uppercase">
                <Say of={cell} />
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
}

function JudgedRows({ columns, rows }: { columns: readonly CompareColumn[]; rows: readonly JudgedRow[] }) {
  const { t } = useLanguage()
  return (
    <RowGroup title={t('compare.against')} span={columns.length + 1}>
      <tr className="border-line border-b">
        <RowLabel label={t('compare.fit')} isDifferent={false} />
        {columns.map(({ number, fit }) => (
          <td key={number} className="p-3 align-top">
            {fit === null ? <span className="text-muted">{t('compare.not_judged')}</span> : <IntervalBar {...fit} />}
          </td>
        ))}
      </tr>
      {rows.map(({ need, outcomes, isDifferent }) => (
        <tr key={need.criterion} className="border-line border-b">
          <RowLabel label={need.label} note={`${need.asked} · ${need.weight}`} isDifferent={isDifferent} />
          {columns.map(({ number }, index) => {
            const outcome = outcomes[index]
            return (
              <td key={number} className="p-3 align-top">
                {outcome ? (
                  <>
                    <OutcomeMark state={outcome.state} />
                    <span className="block">{outcome.says}</span>
                    {outcome.note !== '' && <span className="text-muted block text-sm">{outcome.note}</span>}
                  </>
                ) : (
                  <span className="text-muted">{t('compare.not_judged')}</span>
                )}
              </td>
            )
          })}
        </tr>
      ))}
    </RowGroup>
  )
}
