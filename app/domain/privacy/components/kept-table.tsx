import { keptDays, type Kept } from '#app/domain/kernel/retention'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable } from '#app/ui/data-table'

const kinds = Object.keys(keptDays) as Kept[]

/** What of people is kept, why and how long, as the daily job does it. */
export function KeptTable() {
  const { t } = useLanguage()
  return (
    <DataTable
      caption={t('privacy.keep.title')}
      rows={kinds}
      rowKey={(kind) => kind}
      columns={[
        {
          key: 'what',
          header: t('privacy.keep.what'),
          isRowHeader: true,
          cell: (kind) => t(`privacy.keep.${kind}.what`),
        },
        { key: 'why', header: t('privacy.keep.why'), cell: (kind) => t(`privacy.keep.${kind}.why`) },
        { key: 'how_long', header: t('privacy.keep.how_long'), cell: (kind) => <HowLong kind={kind} /> },
      ]}
    />
  )
}

function HowLong({ kind }: { kind: Kept }) {
  const { t, format } = useLanguage()
  const days = keptDays[kind]
  if (days === null) return t(kind === 'trail' ? 'privacy.keep.forever' : 'privacy.keep.until_erased')
  const years = Math.round(days / 365.25)
  return days < 365
    ? t('privacy.keep.days', { count: days, value: format.number(days) })
    : t('privacy.keep.years', { count: years, value: format.number(years) })
}
