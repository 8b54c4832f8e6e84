import type { Localized } from '#app/domain/kernel/localized'
import type { Change } from '#app/domain/sites/form/changes'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable, type Column } from '#app/ui/data-table'
import { useFieldLabel } from '../gap-label'
import { useValueWords } from './value-words'

type ChangesTableProps = { changes: Change[]; incentives: { key: string; name: Localized }[]; isFirst: boolean }

/** Field by field what is new, beside what is public. */
export function ChangesTable({ changes, incentives, isFirst }: ChangesTableProps) {
  const { t } = useLanguage()
  const label = useFieldLabel()
  const words = useValueWords(incentives)
  const value = (change: Change, side: 'before' | 'after') => {
    const text = words(change.name, change[side])
    const language = /\.(kk|ru|en)$/.exec(change.name)?.[1]
    return text === null ? (
      <span className="text-muted">{t('ui.state.unknown')}</span>
    ) : (
      <span lang={language} className="whitespace-pre-line">
        {text}
      </span>
    )
  }
  const columns: (Column<Change> | false)[] = [
    { key: 'field', header: t('akimat.review.field'), isRowHeader: true, cell: (change) => label(change.name) },
    !isFirst && { key: 'before', header: t('akimat.review.before'), cell: (change) => value(change, 'before') },
    { key: 'after', header: t('akimat.review.after'), cell: (change) => value(change, 'after') },
  ]
  if (changes.length === 0) return <p className="text-muted">{t('akimat.review.no_changes')}</p>
  return (
    <DataTable
      caption={t(isFirst ? 'akimat.review.all_fields' : 'akimat.review.changes')}
      columns={columns.filter((column) => column !== false)}
      rows={changes}
      rowKey={(change) => change.name}
    />
  )
}
