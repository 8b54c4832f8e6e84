import type { MatchView, NeedView } from '#app/domain/matching/brief-view'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable } from '#app/ui/data-table'
import { OutcomeMark } from './outcome-mark'

/** Every need of a brief and how the site answers it. */
export function OutcomeTable({ match, needs }: { match: MatchView; needs: readonly NeedView[] }) {
  const { t } = useLanguage()
  const rows = match.outcomes.flatMap((outcome) => {
    const need = needs.find(({ criterion }) => criterion === outcome.criterion)
    return need ? [{ ...need, ...outcome }] : []
  })
  return (
    <DataTable
      caption={t('briefs.table.caption', { number: match.site.number })}
      isCaptionHidden
      rows={rows}
      rowKey={({ criterion }) => criterion}
      columns={[
        {
          key: 'need',
          header: t('briefs.table.need'),
          isRowHeader: true,
          cell: ({ label, weight }) => (
            <>
              {label}
              <span className="text-muted block text-sm font-normal">{weight}</span>
            </>
          ),
        },
        { key: 'asked', header: t('briefs.table.asked'), cell: ({ asked }) => asked },
        { key: 'says', header: t('briefs.table.says'), cell: ({ says }) => says },
        {
          key: 'state',
          header: t('briefs.table.state'),
          cell: ({ state, note }) => (
            <>
              <OutcomeMark state={state} />
              {note !== '' && <span className="text-muted block text-sm">{note}</span>}
            </>
          ),
        },
      ]}
    />
  )
}
