import { OfficialName } from '#app/domain/accounts/components/official-name'
import type { RegionLine } from '#app/domain/routing/plan'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { Link } from '@remix-run/react'

/** Every region with who answers today and who will next. */
export function RegionTable({ lines }: { lines: readonly RegionLine[] }) {
  const { t, href, format } = useLanguage()
  return (
    <DataTable
      caption={t('responsibility.regions')}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'region',
          header: t('responsibility.region'),
          isRowHeader: true,
          cell: ({ key, name }) => (
            <Link
              to={href(`/admin/responsibility/regions/${key}`)}
              className="-my-2.5 inline-flex min-h-11 items-center underline"
            >
              <OfficialName of={name} />
            </Link>
          ),
        },
        {
          key: 'body',
          header: t('responsibility.today'),
          cell: ({ body, reason }) => (
            <span className="flex flex-wrap items-center gap-2">
              <OfficialName of={body.name} />
              {reason !== 'spk_of_region' && <Chip tone="attention">{t('responsibility.no_spk')}</Chip>}
            </span>
          ),
        },
        {
          key: 'next',
          header: t('responsibility.next'),
          cell: ({ next }) =>
            next === null ? (
              t('responsibility.no_change')
            ) : (
              <>
                {t('responsibility.from_day', { from: format.date(next.day) })}: <OfficialName of={next.body.name} />
              </>
            ),
        },
        {
          key: 'cases',
          header: t('responsibility.open_cases'),
          isNumeric: true,
          cell: ({ openCases }) => format.number(openCases),
        },
      ]}
    />
  )
}
