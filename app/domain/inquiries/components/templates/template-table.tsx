import type { AnswerTemplate } from '#app/domain/inquiries/templates/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { Link } from '@remix-run/react'
import { LocalName } from '../own-words'

/** All templates in the order in which the answer form offers them. */
export function TemplateTable({ templates }: { templates: readonly AnswerTemplate[] }) {
  const { t, href, format } = useLanguage()
  return (
    <DataTable
      caption={t('templates.title')}
      isCaptionHidden
      rows={templates}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'title',
          header: t('templates.column.title'),
          isRowHeader: true,
          cell: ({ key, title }) => (
            <Link
              to={href(`/admin/settings/templates/${key}`)}
              className="-my-2.5 inline-flex min-h-11 items-center underline"
            >
              <LocalName of={title} />
            </Link>
          ),
        },
        { key: 'states', header: t('templates.column.states'), cell: ({ states }) => <States states={states} /> },
        {
          key: 'version',
          header: t('templates.column.version'),
          isNumeric: true,
          cell: ({ version }) => format.number(version),
        },
        {
          key: 'state',
          header: t('templates.column.state'),
          cell: ({ isRetired }) => (
            <Chip tone={isRetired ? 'attention' : 'good'}>
              {t(isRetired ? 'templates.retired' : 'templates.offered')}
            </Chip>
          ),
        },
      ]}
    />
  )
}

/** Where a template is offered, in words. */
export function States({ states }: Pick<AnswerTemplate, 'states'>) {
  const { t } = useLanguage()
  if (states.length === 0) return <>{t('templates.every_state')}</>
  return <>{states.map((state) => t(`inquiries.state.${state}`)).join(', ')}</>
}
