import { OwnName } from '#app/domain/accounts/components/official-name'
import type { MemberRole } from '#app/domain/accounts/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DemoChip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { EmptyState } from '#app/ui/empty-state'

type Row = { userId: string; name: string; email: string; role: MemberRole; isDemo: boolean }

/** The people of an organisation with their roles. */
export function PeopleTable({ people }: { people: readonly Row[] }) {
  const { t } = useLanguage()
  if (people.length === 0) {
    return <EmptyState title={t('admin.organization.people')} text={t('admin.organization.no_people')} />
  }
  return (
    <DataTable
      caption={t('admin.organization.people')}
      rows={people}
      rowKey={(row) => row.userId}
      columns={[
        {
          key: 'name',
          header: t('admin.organization.person'),
          isRowHeader: true,
          cell: ({ name, isDemo }) => (
            <span className="flex flex-wrap items-center gap-2">
              <OwnName>{name}</OwnName>
              {isDemo && <DemoChip />}
            </span>
          ),
        },
        {
          key: 'email',
          header: t('admin.organization.email'),
          cell: ({ email }) => <span translate="no">{email}</span>,
        },
        { key: 'role', header: t('admin.organization.role'), cell: ({ role }) => t(`accounts.role.${role}`) },
      ]}
    />
  )
}
