import type { CalendarChangeLine, Override } from '#app/domain/inquiries/calendar/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { DataTable } from '#app/ui/data-table'
import { Form } from '#app/ui/form/form'
import { OwnLine } from '../own-words'

type ListProps = { changes: readonly CalendarChangeLine[]; form: string; canEdit: boolean }

/** What was changed, by whom, and how many cases moved; the newest change of a day can be undone. */
export function ChangeList({ changes, form, canEdit }: ListProps) {
  const { t, format } = useLanguage()
  if (changes.length === 0) return null
  return (
    <DataTable
      caption={t('calendar.history')}
      rows={changes}
      rowKey={({ id }) => id}
      columns={[
        { key: 'day', header: t('calendar.day'), isRowHeader: true, cell: ({ date }) => format.date(date) },
        { key: 'what', header: t('calendar.what'), cell: ({ after }) => <What after={after} /> },
        {
          key: 'who',
          header: t('calendar.who'),
          cell: ({ by, at }) => (
            <>
              {by !== null && <OwnLine>{by}</OwnLine>} <span className="text-muted">{format.dateTime(at)}</span>
            </>
          ),
        },
        {
          key: 'moved',
          header: t('calendar.moved'),
          isNumeric: true,
          cell: ({ moved }) => (moved === null ? t('calendar.at_work') : format.number(moved)),
        },
        ...(canEdit
          ? [
              {
                key: 'undo',
                header: t('calendar.actions'),
                cell: ({ id, canUndo }: CalendarChangeLine) =>
                  canUndo && (
                    <Form method="post" action="?">
                      <input type="hidden" name="id" value={id} />
                      <input type="hidden" name="form" value={form} />
                      <Button name="intent" value="undo" size="small">
                        {t('calendar.undo')}
                      </Button>
                    </Form>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function What({ after }: { after: Override | null }) {
  const { t } = useLanguage()
  if (after === null) return <>{t('calendar.as_usual')}</>
  return (
    <span className="flex flex-col">
      <span>{t(after.isWorking ? 'calendar.working' : 'calendar.off')}</span>
      <span className="text-muted text-sm">
        <OwnLine>{`${after.reason}. ${after.source}`}</OwnLine>
      </span>
    </span>
  )
}
