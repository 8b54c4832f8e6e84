import { OfficialName } from '#app/domain/accounts/components/official-name'
import type { Body, Period } from '#app/domain/routing/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { DateField } from '#app/ui/form/date-field'
import { Form } from '#app/ui/form/form'
import { Link } from '@remix-run/react'
import { usePeriodWords } from './period-words'

type Row = Period & { id: string; body: Body; source: string; isPlanned: boolean; isOver?: boolean; number?: string }

/** Dated rows of the register with what can be done to each: take back what has not begun, end what holds. */
export function RowList({ caption, rows, canEdit }: { caption: string; rows: readonly Row[]; canEdit: boolean }) {
  const { t, href } = useLanguage()
  const sayPeriod = usePeriodWords()
  const withNumber = rows.some(({ number }) => number !== undefined)
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        ...(withNumber
          ? [
              {
                key: 'number',
                header: t('responsibility.number'),
                isRowHeader: true,
                cell: ({ number }: Row) => (
                  <Link to={href(`/sites/${number}`)} className="inline-flex min-h-11 items-center underline">
                    {number}
                  </Link>
                ),
              },
            ]
          : []),
        {
          key: 'body',
          header: t('responsibility.body'),
          isRowHeader: !withNumber,
          cell: ({ body }) => <OfficialName of={body.name} />,
        },
        {
          key: 'period',
          header: t('responsibility.period'),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2">
              {sayPeriod(row)}
              {row.isPlanned && <Chip>{t('responsibility.planned')}</Chip>}
            </span>
          ),
        },
        {
          key: 'source',
          header: t('responsibility.source'),
          cell: ({ source }) => <span lang="">{source}</span>,
        },
        ...(canEdit
          ? [
              {
                key: 'actions',
                header: t('responsibility.actions'),
                cell: (row: Row) => (row.isOver ? null : <RowActions row={row} />),
              },
            ]
          : []),
      ]}
    />
  )
}

function RowActions({ row }: { row: Row }) {
  const { t } = useLanguage()
  if (row.isPlanned) {
    return (
      <Form method="post" action="?">
        <input type="hidden" name="id" value={row.id} />
        <Button name="intent" value="take_back" size="small">
          {t('responsibility.take_back')}
        </Button>
      </Form>
    )
  }
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center underline">
        {t('responsibility.end')}
      </summary>
      <Form method="post" action="?" className="flex flex-wrap items-end gap-2 pt-2">
        <input type="hidden" name="id" value={row.id} />
        <DateField id={`day-${row.id}`} name="day" label={t('responsibility.first_day_without')} required />
        <Button name="intent" value="end">
          {t('responsibility.end')}
        </Button>
      </Form>
    </details>
  )
}
