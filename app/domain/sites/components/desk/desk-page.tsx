import type { Localized } from '#app/domain/kernel/localized'
import { countPages } from '#app/domain/kernel/page'
import { deskViews, type DeskFilter, type DeskTasks, type DeskView } from '#app/domain/sites/desk'
import type { OwnSite } from '#app/domain/sites/own-site'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { LinkTabs } from '#app/ui/link-tabs'
import { PageHeading } from '#app/ui/page-heading'
import { Pagination } from '#app/ui/pagination'
import { Plus, Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { DeskFilterForm } from './desk-filter'
import { DeskNotices, type DeskDone } from './desk-notices'
import { DeskTasksSection } from './desk-tasks'
import { SitesTable } from './sites-table'

export type DeskData = {
  tasks: DeskTasks
  view: DeskView
  filter: DeskFilter
  counts: Record<DeskView, number>
  sites: OwnSite[]
  total: number
  page: { page: number; size: number }
  towns: { key: string; name: Localized }[]
  canAdd: boolean
  /** Numbers that were confirmed just now. */
  confirmed: string[]
  done: DeskDone | null
  /** The akimat has no site at all, whatever is filtered. */
  isEmpty: boolean
}

/** What waits today, and all sites of the akimat. `notice`: what another room has to say first. */
export function DeskPage({ data, notice }: { data: DeskData; notice?: ReactNode }) {
  const { t, href } = useLanguage()
  const add = data.canAdd && (
    <>
      <LinkButton icon={Upload} to={href('/akimat/import')}>
        {t('imports.title')}
      </LinkButton>
      <LinkButton look="primary" icon={Plus} to={href('/akimat/sites/new')}>
        {t('akimat.desk.add')}
      </LinkButton>
    </>
  )
  return (
    <div className="flex flex-col gap-8">
      <div>
        <PageHeading title={t('akimat.desk.title')} actions={!data.isEmpty && add} />
        <DeskNotices confirmed={data.confirmed} done={data.done} view={data.view} />
      </div>
      {data.isEmpty ? (
        <EmptyState title={t('akimat.desk.empty_title')} text={t('akimat.desk.empty_text')}>
          {add}
        </EmptyState>
      ) : (
        <>
          {notice}
          <DeskTasksSection tasks={data.tasks} />
          <AllSites data={data} />
        </>
      )}
    </div>
  )
}

function AllSites({ data }: { data: DeskData }) {
  const { t } = useLanguage()
  const { counts, view, filter } = data
  const address = (changes: Record<string, string>) => {
    const asked = { q: filter.q, town: filter.townKey ?? '', kind: filter.kind ?? '', ...changes }
    return `?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))}`
  }
  return (
    <section aria-labelledby="all-sites" className="flex flex-col gap-4">
      <h2 id="all-sites" className="text-lg font-bold">
        {t('akimat.desk.sites')}
      </h2>
      <DeskFilterForm filter={filter} view={view} towns={data.towns} />
      <LinkTabs
        label={t('akimat.desk.views')}
        tabs={deskViews
          .filter((tab) => tab === 'all' || tab === view || counts[tab] > 0)
          .map((tab) => ({
            to: address({ view: tab === 'all' ? '' : tab }),
            label: t(`review.view.${tab}`),
            count: counts[tab],
            isCurrent: tab === view,
          }))}
      />
      {data.sites.length === 0 ? (
        <p className="text-muted">{t('akimat.desk.view_empty')}</p>
      ) : (
        <SitesTable sites={data.sites} towns={data.towns} view={view} />
      )}
      <Pagination
        page={data.page.page}
        pages={countPages(data.total, data.page.size)}
        to={(page) => address({ view, page: String(page) })}
      />
    </section>
  )
}
