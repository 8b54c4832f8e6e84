import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable } from '#app/ui/data-table'
import { EmptyState } from '#app/ui/empty-state'

type Line = { id: string; at: string; asked: 'account' | 'key' | 'request' | 'term'; reason: string; cases: number }

/** What was erased, newest first. */
export function ErasureTable({ erasures }: { erasures: readonly Line[] }) {
  const { t, format } = useLanguage()
  if (erasures.length === 0) return <EmptyState title={t('erasure.request.none')} />
  return (
    <DataTable
      caption={t('erasure.request.list')}
      rows={erasures}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', header: t('erasure.request.at'), isRowHeader: true, cell: ({ at }) => format.dateTime(at) },
        { key: 'asked', header: t('erasure.request.asked'), cell: ({ asked }) => t(`erasure.request.${asked}`) },
        { key: 'reason', header: t('erasure.request.reason'), cell: ({ reason }) => reason || '—' },
        { key: 'cases', header: t('erasure.request.cases'), cell: ({ cases }) => format.number(cases) },
      ]}
    />
  )
}
