import type { RuleSetLine } from '#app/domain/eligibility/versions'
import { LocalText } from '#app/domain/towns/components/local-text'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { Link } from '@remix-run/react'
import { usePeriodWords } from './use-period-words'

/** All rule sets: what is in force, what is empty, and where somebody works at a new version. */
export function RuleSetTable({ lines }: { lines: readonly RuleSetLine[] }) {
  const { t, href, format } = useLanguage()
  return (
    <DataTable
      caption={t('rulesets.title')}
      isCaptionHidden
      rows={lines}
      rowKey={(line) => line.key}
      columns={[
        {
          key: 'name',
          header: t('rulesets.column.name'),
          isRowHeader: true,
          cell: ({ key, title }) => (
            <Link to={href(`/admin/rule-sets/${key}`)} className="-my-2.5 inline-flex min-h-11 items-center underline">
              <LocalText text={title} />
            </Link>
          ),
        },
        {
          key: 'current',
          header: t('rulesets.column.current'),
          cell: ({ current }) => <Current current={current} />,
        },
        {
          key: 'rules',
          header: t('rulesets.column.rules'),
          isNumeric: true,
          cell: ({ current }) => format.number(current?.rules ?? 0),
        },
        {
          key: 'empty',
          header: t('rulesets.column.empty'),
          cell: ({ current }) => <Empty current={current} />,
        },
        {
          key: 'draft',
          header: t('rulesets.column.draft'),
          cell: ({ key, draft }) =>
            draft === null ? (
              t('rulesets.none')
            ) : (
              <Link
                to={href(`/admin/rule-sets/${key}?version=${draft}`)}
                className="-my-2.5 inline-flex min-h-11 items-center underline"
              >
                {t('rulesets.version', { version: draft })}
              </Link>
            ),
        },
      ]}
    />
  )
}

type CurrentProps = Pick<RuleSetLine, 'current'>

function Current({ current }: CurrentProps) {
  const { t } = useLanguage()
  const sayPeriod = usePeriodWords()
  if (current === null) return <Chip tone="attention">{t('rulesets.not_in_force')}</Chip>
  return (
    <>
      {t('rulesets.version', { version: current.version })}, {sayPeriod(current)}
    </>
  )
}

function Empty({ current }: CurrentProps) {
  const { t } = useLanguage()
  if (current === null || current.empty === 0) return <>{t('rulesets.none')}</>
  return <Chip tone="attention">{t('rulesets.empty_of', { empty: current.empty, all: current.parameters })}</Chip>
}
