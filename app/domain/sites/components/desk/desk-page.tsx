import type { Localized } from '#app/domain/kernel/localized'
import { countPages } from '#app/domain/kernel/page'
import { deskViews, type DeskTasks, type DeskView } from '#app/domain/sites/desk'
import type { OwnSite } from '#app/domain/sites/own-site'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { LinkTabs } from '#app/ui/link-tabs'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { Pagination } from '#app/ui/pagination'
import { Form } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { DeskTasksSection } from './desk-tasks'
import { SitesTable } from './sites-table'

export type DeskData = {
  tasks: DeskTasks
  view: DeskView
  counts: Record<DeskView, number>
  sites: OwnSite[]
  total: number
  page: { page: number; size: number }
  towns: { key: string; name: Localized }[]
  canAdd: boolean
  confirmed: string | null
  previous: string | null
  notice: 'undone' | 'too_late' | 'discarded' | null
}

/** What waits today, and all sites of the akimat. */
export function DeskPage({ data }: { data: DeskData }) {
  const { t, href } = useLanguage()
  const { counts, view } = data
  const add = data.canAdd && (
    <LinkButton look="primary" icon={Plus} to={href('/akimat/sites/new')}>
      {t('akimat.desk.add')}
    </LinkButton>
  )
  return (
    <div className="flex flex-col gap-8">
      <div>
        <PageHeading title={t('akimat.desk.title')} actions={counts.all > 0 && add} />
        <DeskNotices data={data} />
      </div>
      {counts.all === 0 ? (
        <EmptyState title={t('akimat.desk.empty_title')} text={t('akimat.desk.empty_text')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <DeskTasksSection tasks={data.tasks} />
          <section aria-labelledby="all-sites" className="flex flex-col gap-4">
            <h2 id="all-sites" className="text-lg font-bold">
              {t('akimat.desk.sites')}
            </h2>
            <LinkTabs
              label={t('akimat.desk.views')}
              tabs={deskViews
                .filter((tab) => tab === 'all' || tab === view || counts[tab] > 0)
                .map((tab) => ({
                  to: tab === 'all' ? '?' : `?view=${tab}`,
                  label: t(`akimat.desk.view.${tab}`),
                  count: counts[tab],
                  isCurrent: tab === view,
                }))}
            />
            {data.sites.length === 0 ? (
              <p className="text-muted">{t('akimat.desk.view_empty')}</p>
            ) : (
              <SitesTable sites={data.sites} towns={data.towns} />
            )}
            <Pagination
              page={data.page.page}
              pages={countPages(data.total, data.page.size)}
              to={(page) => `?${new URLSearchParams({ view, page: String(page) })}`}
            />
          </section>
        </>
      )}
    </div>
  )
}

function DeskNotices({ data: { confirmed, previous, notice } }: { data: DeskData }) {
  const { t } = useLanguage()
  if (notice !== null) {
    return (
      <Notice tone={notice === 'too_late' ? 'attention' : 'good'} role="status">
        {t(`akimat.desk.done.${notice}`)}
      </Notice>
    )
  }
  if (confirmed === null) return null
  return (
    <Notice tone="good" role="status" title={t('akimat.desk.confirmed', { number: confirmed })}>
      {previous && (
        <Form method="post" action="?index">
          <input type="hidden" name="number" value={confirmed} />
          <input type="hidden" name="previous" value={previous} />
          <Button look="quiet" size="small" name="intent" value="undo">
            {t('akimat.desk.undo')}
          </Button>
        </Form>
      )}
    </Notice>
  )
}
