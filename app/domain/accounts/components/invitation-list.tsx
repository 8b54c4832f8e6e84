import { OwnName } from '#app/domain/accounts/components/official-name'
import type { MemberRole } from '#app/domain/accounts/model'
import type { InvitationState } from '#app/domain/accounts/rules'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { DataTable } from '#app/ui/data-table'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Panel } from '#app/ui/panel'

type Row = { id: string; email: string; name: string; role: MemberRole; state: InvitationState; expiresAt: string }

/** Invitations that wait for an answer; `canInvite` adds what can be done with them. */
export function InvitationList({ invitations, canInvite }: { invitations: readonly Row[]; canInvite: boolean }) {
  const { t, format } = useLanguage()
  if (invitations.length === 0) return <p className="text-muted">{t('admin.organization.no_invitations')}</p>
  return (
    <DataTable
      caption={t('admin.organization.invitations')}
      rows={invitations}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'email',
          header: t('admin.organization.email'),
          isRowHeader: true,
          cell: ({ email, name }) => (
            <>
              <span translate="no">{email}</span>
              <span className="text-muted block text-sm font-normal">
                <OwnName>{name}</OwnName>
              </span>
            </>
          ),
        },
        { key: 'role', header: t('admin.organization.role'), cell: ({ role }) => t(`accounts.role.${role}`) },
        {
          key: 'until',
          header: t('admin.organization.until'),
          cell: ({ state, expiresAt }) =>
            state === 'expired'
              ? t('admin.organization.expired', { date: format.dateTime(expiresAt) })
              : format.dateTime(expiresAt),
        },
        ...(canInvite
          ? [{ key: 'actions', header: t('admin.organization.actions'), cell: (row: Row) => <Actions row={row} /> }]
          : []),
      ]}
    />
  )
}

function Actions({ row: { id, email, expiresAt } }: { row: Row }) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-wrap gap-2">
      <Form method="post" action="?">
        <InvitationFields id={id} version={expiresAt} />
        <Button name="intent" value="resend" size="small" aria-label={t('admin.organization.resend_to', { email })}>
          {t('admin.organization.resend')}
        </Button>
      </Form>
      <LinkButton
        to={`?${new URLSearchParams({ cancel: id })}`}
        size="small"
        look="quiet"
        preventScrollReset
        aria-label={t('admin.organization.cancel_for', { email })}
      >
        {t('admin.organization.cancel')}
      </LinkButton>
    </div>
  )
}

function InvitationFields({ id, version }: { id: string; version: string }) {
  return (
    <>
      <input type="hidden" name="invitationId" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
}

/** Asks before the link of a person dies; a page state of its own, so that it works without JavaScript. */
export function CancelPanel({ invitation }: { invitation: Row }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('admin.organization.cancel_title')} tone="attention">
      <p>{t('admin.organization.cancel_text', { email: invitation.email })}</p>
      <Form method="post" action="?" className="flex flex-wrap gap-2">
        <InvitationFields id={invitation.id} version={invitation.expiresAt} />
        <Button look="danger" name="intent" value="cancel">
          {t('admin.organization.cancel_yes')}
        </Button>
        <LinkButton to="?" preventScrollReset>
          {t('admin.organization.cancel_no')}
        </LinkButton>
      </Form>
    </Panel>
  )
}
