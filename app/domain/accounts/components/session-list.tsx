import type { SessionLine } from '#app/domain/accounts/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { Form } from '#app/ui/form/form'

/** Where a person is signed in, each but this one with a way to end it. */
export function SessionList({ sessions }: { sessions: readonly SessionLine[] }) {
  const { t, format } = useLanguage()
  const nameOf = ({ device }: SessionLine) => device || t('accounts.security.unknown_device')
  return (
    <>
      <DataTable
        caption={t('accounts.security.sessions')}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'device',
            header: t('accounts.security.device'),
            isRowHeader: true,
            cell: (line) => <span translate={line.device ? 'no' : undefined}>{nameOf(line)}</span>,
          },
          {
            key: 'address',
            header: t('accounts.security.address'),
            cell: ({ address }) => <span translate="no">{address}</span>,
          },
          { key: 'since', header: t('accounts.security.since'), cell: ({ since }) => format.dateTime(since) },
          { key: 'until', header: t('accounts.security.until'), cell: ({ until }) => format.dateTime(until) },
          {
            key: 'action',
            header: t('accounts.security.action'),
            cell: (line) =>
              line.isCurrent ? (
                <Chip tone="accent">{t('accounts.security.here')}</Chip>
              ) : (
                <Form method="post" className="sm:-my-2.5">
                  <input type="hidden" name="id" value={line.id} />
                  <Button
                    name="intent"
                    value="end"
                    look="quiet"
                    isFlush
                    aria-label={t('accounts.security.end_of', { device: nameOf(line) })}
                  >
                    {t('accounts.security.end')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <Form method="post">
          <Button name="intent" value="end_others">
            {t('accounts.security.end_others')}
          </Button>
        </Form>
      )}
    </>
  )
}
