import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip } from '#app/ui/chip'
import { DataTable } from '#app/ui/data-table'

type Queue = {
  name: string
  waiting: number
  running: number
  failed: number
  lastDoneAt: string | null
  cron: string | null
}

/** What each queue holds; what failed stands out. */
export function QueueTable({ queues }: { queues: readonly Queue[] }) {
  const { t, format } = useLanguage()
  const count = (key: 'waiting' | 'running') => ({
    ...{ key, header: t(`jobs.${key}`), isNumeric: true },
    cell: (queue: Queue) => format.number(queue[key]),
  })
  return (
    <DataTable
      caption={t('jobs.queues')}
      rows={queues}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'name',
          header: t('jobs.name'),
          isRowHeader: true,
          cell: ({ name, cron }) => (
            <span className="flex flex-wrap gap-x-3" lang="zxx" translate="no">
              <code>{name}</code>
              {cron !== null && <code className="text-muted">{cron}</code>}
            </span>
          ),
        },
        count('waiting'),
        count('running'),
        {
          key: 'failed',
          header: t('jobs.failed'),
          isNumeric: true,
          cell: ({ failed }) => (failed === 0 ? format.number(0) : <Chip tone="bad">{format.number(failed)}</Chip>),
        },
        {
          key: 'done',
          header: t('jobs.last'),
          cell: ({ lastDoneAt }) => (lastDoneAt === null ? t('jobs.never') : format.dateTime(lastDoneAt)),
        },
      ]}
    />
  )
}

type Failed = { id: string; name: string; failedAt: string; attempts: number; reason: string }

export function FailedTable({ failed }: { failed: readonly Failed[] }) {
  const { t, format } = useLanguage()
  if (failed.length === 0) return <p className="text-muted">{t('jobs.none_failed')}</p>
  return (
    <DataTable
      caption={t('jobs.failed_last')}
      rows={failed}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('jobs.name'),
          isRowHeader: true,
          cell: ({ name }) => (
            <code lang="zxx" translate="no">
              {name}
            </code>
          ),
        },
        { key: 'when', header: t('jobs.when'), cell: ({ failedAt }) => format.dateTime(failedAt) },
        {
          key: 'attempts',
          header: t('jobs.attempts'),
          isNumeric: true,
          cell: ({ attempts }) => format.number(attempts),
        },
        {
          key: 'reason',
          header: t('jobs.reason'),
          cell: ({ reason }) => (
            <code lang="en" className="break-all">
              {reason}
            </code>
          ),
        },
      ]}
    />
  )
}
