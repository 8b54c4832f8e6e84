import { OwnName } from '#app/domain/accounts/components/official-name'
import type { MemberRole } from '#app/domain/accounts/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DemoChip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { EmptyState } from '#app/ui/empty-state'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Panel } from '#app/ui/panel'

type Row = {
  userId: string
  name: string
  email: string
  role: MemberRole
  isDemo: boolean
  hasSecondFactor: boolean
}

type PeopleTableProps = { people: readonly Row[]; canUnlock: boolean }

/** The people of an organisation with their roles; `canUnlock` adds the way to take a lost second factor off. */
export function PeopleTable({ people, canUnlock }: PeopleTableProps) {
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
        {
          key: 'factor',
          header: t('admin.organization.factor'),
          cell: ({ userId, email, isDemo, hasSecondFactor }) => (
            <span className="flex flex-wrap items-center gap-x-3 sm:-my-2.5">
              {t(`admin.organization.${isDemo ? 'factor_demo' : hasSecondFactor ? 'factor_on' : 'factor_off'}`)}
              {canUnlock && hasSecondFactor && (
                <LinkButton
                  isFlush
                  to={`?${new URLSearchParams({ unlock: userId })}`}
                  size="small"
                  look="quiet"
                  preventScrollReset
                  aria-label={t('admin.organization.unlock_for', { email })}
                >
                  {t('admin.organization.unlock')}
                </LinkButton>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}

/** Asks before a second factor is taken off: whoever phones must be who they say they are. */
export function UnlockPanel({ person: { userId, name, email } }: { person: Row }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('admin.organization.unlock_title')} tone="attention">
      <p>{t('admin.organization.unlock_text', { name, email })}</p>
      <Form method="post" action="?" className="flex flex-wrap gap-2">
        <input type="hidden" name="userId" value={userId} />
        <Button look="danger" name="intent" value="unlock">
          {t('admin.organization.unlock_yes')}
        </Button>
        <LinkButton to="?" preventScrollReset>
          {t('admin.organization.unlock_no')}
        </LinkButton>
      </Form>
    </Panel>
  )
}
