import { LocalText } from '#app/domain/towns/components/local-text'
import type { DeskTask, DeskTasks } from '#app/domain/sites/desk'
import type { OwnSite } from '#app/domain/sites/own-site'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { Panel } from '#app/ui/panel'
import { Link } from '@remix-run/react'
import { ConfirmBy } from './confirm-by'
import type { ReactNode } from 'react'

/** Today: what waits for this person, each with the step that comes next. */
export function DeskTasksSection({ tasks }: { tasks: DeskTasks }) {
  const { t, href } = useLanguage()
  const { toReview, returned, drafts, toConfirm } = tasks
  const isIdle = [toReview, returned, drafts, toConfirm].every((task) => task.total === 0)
  return (
    <section aria-labelledby="today" className="flex flex-col gap-4">
      <h2 id="today" className="text-lg font-bold">
        {t('akimat.desk.today')}
      </h2>
      {isIdle && <p className="text-muted">{t('akimat.desk.nothing')}</p>}
      <div className="gap-4 *:mb-4 *:break-inside-avoid md:columns-2">
        <Task title={t('akimat.desk.to_review')} task={toReview} view="in_review">
          {({ number }) => <NextStep to={href(`/akimat/sites/${number}/review`)}>{t('akimat.desk.review')}</NextStep>}
        </Task>
        <Task title={t('akimat.desk.returned')} task={returned} view="drafts" isUrgent>
          {({ number }) => <NextStep to={href(`/akimat/sites/${number}/edit`)}>{t('akimat.desk.fix')}</NextStep>}
        </Task>
        <Task title={t('akimat.desk.to_confirm')} task={toConfirm} view="to_confirm" isUrgent>
          {(site) => <ConfirmStep site={site} />}
        </Task>
        <Task title={t('akimat.desk.drafts')} task={drafts} view="drafts">
          {({ number }) => <NextStep to={href(`/akimat/sites/${number}/edit`)}>{t('akimat.desk.continue')}</NextStep>}
        </Task>
      </div>
    </section>
  )
}

type TaskProps = {
  title: string
  task: DeskTask
  view: string
  isUrgent?: boolean
  children: (site: OwnSite) => ReactNode
}

function Task({ title, task: { sites, total }, view, isUrgent = false, children }: TaskProps) {
  const { t, href, format } = useLanguage()
  if (total === 0) return null
  return (
    <Panel title={`${title}: ${format.number(total)}`} tone={isUrgent ? 'attention' : 'surface'}>
      <ul className="divide-line flex flex-col divide-y">
        {sites.map((site) => (
          <li key={site.number} className="flex items-center justify-between gap-3 py-2">
            <div className="min-w-0">
              <Link
                to={href(`/akimat/sites/${site.number}`)}
                className="inline-flex min-h-8 items-center font-medium underline"
              >
                <LocalText text={site.name} />
              </Link>
              <p className="text-muted text-sm">
                {site.number} · {t('akimat.complete', { share: format.percent(site.completeness / 100) })}
              </p>
            </div>
            {children(site)}
          </li>
        ))}
      </ul>
      {total > sites.length && (
        <Link to={`?view=${view}`} className="inline-flex min-h-8 items-center text-sm underline">
          {t('akimat.desk.show_all', { count: total, value: format.number(total) })}
        </Link>
      )}
    </Panel>
  )
}

function NextStep({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="inline-flex min-h-11 shrink-0 items-center font-semibold underline">
      {children}
    </Link>
  )
}

/** One press for data that still hold; what has changed is edited instead. */
function ConfirmStep({ site }: { site: OwnSite }) {
  const { t } = useLanguage()
  return (
    <Form method="post" action="?index" preventScrollReset className="flex shrink-0 flex-col items-end">
      <input type="hidden" name="number" value={site.number} />
      <Button
        size="small"
        name="intent"
        value="confirm"
        aria-label={t('akimat.desk.confirm_of', { number: site.number })}
      >
        {t('akimat.desk.confirm')}
      </Button>
      <ConfirmBy site={site} />
    </Form>
  )
}
