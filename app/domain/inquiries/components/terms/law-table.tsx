import { usualTerms } from '#app/domain/inquiries/clock/model'
import { lawTerms } from '#app/domain/inquiries/terms/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable } from '#app/ui/data-table'

const lengths = {
  legal: usualTerms.legal,
  redirect: usualTerms.redirect,
  extension_months: usualTerms.extensionMonths,
  extension_notice: usualTerms.extensionNotice,
  return: usualTerms.return,
} as const

/** The terms of the law: they are shown with their articles and cannot be changed. */
export function LawTable() {
  const { t, format } = useLanguage()
  return (
    <DataTable
      caption={t('terms.law')}
      rows={lawTerms}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', header: t('terms.term'), isRowHeader: true, cell: ({ key }) => t(`terms.law_of.${key}`) },
        {
          key: 'length',
          header: t('terms.length'),
          cell: ({ key }) =>
            key === 'extension_months'
              ? t('terms.months', { count: lengths[key], value: format.number(lengths[key]) })
              : format.workingDays(lengths[key]),
        },
        { key: 'article', header: t('terms.article'), cell: ({ article }) => t('terms.article_of', { article }) },
      ]}
    />
  )
}
