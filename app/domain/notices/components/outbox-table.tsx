import type { OutboxLine, OutboxStatus } from '#app/domain/notices/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, type Tone } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'
import { Link } from '@remix-run/react'

const tones: Record<OutboxStatus, Tone> = {
  queued: 'accent',
  sent: 'good',
  bounced: 'bad',
  failed: 'bad',
  held: 'attention',
}

/** What became of a letter, in one word. */
export function StatusChip({ status }: { status: OutboxStatus }) {
  const { t } = useLanguage()
  return <Chip tone={tones[status]}>{t(`admin.outbox.status.${status}`)}</Chip>
}

/** A subject is in the language of its letter, not of the page. */
export function Subject({ line }: { line: Pick<OutboxLine, 'subject' | 'locale'> }) {
  return <span lang={line.locale}>{line.subject}</span>
}

/** Letters, newest first; the subject opens one. */
export function OutboxTable({ lines }: { lines: readonly OutboxLine[] }) {
  const { t, href, format } = useLanguage()
  return (
    <DataTable
      caption={t('admin.outbox.title')}
      isCaptionHidden
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'subject',
          header: t('admin.outbox.subject'),
          isRowHeader: true,
          cell: (line) => (
            <Link
              to={href(`/admin/outbox/${line.id}`)}
              className="text-accent -my-2 inline-block py-2 underline underline-offset-4"
            >
              <Subject line={line} />
            </Link>
          ),
        },
        {
          key: 'to',
          header: t('admin.outbox.to'),
          cell: (line) => (
            <span translate="no" className="[overflow-wrap:anywhere]">
              {line.toAddress}
            </span>
          ),
        },
        { key: 'kind', header: t('admin.outbox.kind'), cell: (line) => t(`admin.outbox.template.${line.template}`) },
        { key: 'state', header: t('admin.outbox.state'), cell: (line) => <StatusChip status={line.status} /> },
        {
          key: 'created',
          header: t('admin.outbox.created'),
          cell: (line) => <span className="whitespace-nowrap">{format.dateTime(line.createdAt)}</span>,
        },
      ]}
    />
  )
}
