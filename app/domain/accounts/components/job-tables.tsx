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
            <>
              <JobName name={name} />
              {cron !== null && (
                <code className="text-muted pl-3 text-sm font-normal" lang="zxx" translate="no">
                  {cron}
                </code>
              )}
            </>
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

const known = [
  'answer-questions',
  'apply-reorganizations',
  'deliver-webhook',
  'forget-changes',
  'import-sites',
  'letter-bounced',
  'make-avif',
  'recalculate-due',
  'remind-to-confirm',
  'resume-imports',
  'send-mail',
  'site-alerts',
  'sweep-outbox',
  'watch-terms',
  'write-digests',
] as const

/** What the job does, with the name by which the log calls it. */
function JobName({ name }: { name: string }) {
  const { t } = useLanguage()
  const job = known.find((candidate) => candidate === name)
  const code = (
    <code className="text-muted text-sm font-normal" lang="zxx" translate="no">
      {name}
    </code>
  )
  if (job === undefined) return code
  return (
    <>
      <span className="block first-letter:uppercase">
        {t(`jobs.name_of.${job.replaceAll('-', '_') as Words<typeof job>}`)}
      </span>
      {code}
    </>
  )
}

type Words<Name extends string> = Name extends `${infer Head}-${infer Rest}` ? `${Head}_${Words<Rest>}` : Name

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
          cell: ({ name }) => <JobName name={name} />,
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
