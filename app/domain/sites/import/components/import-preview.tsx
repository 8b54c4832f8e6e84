import { countPages } from '#app/domain/kernel/page'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkTabs } from '#app/ui/link-tabs'
import { Notice } from '#app/ui/notice'
import { Pagination } from '#app/ui/pagination'
import { Panel } from '#app/ui/panel'
import { StatRow } from '#app/ui/stat-figure'
import { useNavigation } from '@remix-run/react'
import type { Remark } from '../model'
import { importViews, rowActions, type ImportPage } from '../preview'
import { CancelImport } from './cancel-import'
import { ChooseForAll } from './duplicate-choice'
import { ImportRows } from './import-rows'

type PreviewProps = { page: ImportPage; paging: { page: number; size: number } }

/** What would become of the table, before anything is stored. */
export function ImportPreview({ page, paging }: PreviewProps) {
  const { counts } = page
  const willStore = counts.create + counts.update > 0
  return (
    <div className="flex flex-col gap-8">
      <ImportCounts page={page} />
      <ImportRemarks remarks={page.remarks} />
      <div className="max-w-text flex flex-col gap-4">
        {willStore ? <Confirm page={page} /> : <NothingToStore />}
        <CancelImport />
      </div>
      <RowsByView page={page} paging={paging} />
    </div>
  )
}

export function ImportCounts({ page: { counts } }: { page: ImportPage }) {
  const { t, format } = useLanguage()
  const stats = rowActions.map((action) => ({
    label: t(`imports.count.${action}`),
    value: format.number(counts[action]),
  }))
  return <StatRow stats={stats} />
}

export function ImportRemarks({ remarks }: { remarks: readonly Remark[] }) {
  const { t } = useLanguage()
  if (remarks.length === 0) return null
  // Every remark has its words; which facts they need differs, so the types of `t` cannot tell.
  const say = t as (key: string, facts: Record<string, string | number>) => string
  return (
    <Notice tone="attention" title={t('imports.remarks')}>
      <ul className="flex flex-col gap-1">
        {remarks.map(({ code, params }) => (
          <li key={code} className="break-words">
            {say(`imports.remark.${code}`, params)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Confirm({ page: { counts } }: { page: ImportPage }) {
  const { t, format } = useLanguage()
  const navigation = useNavigation()
  const { create, update, refused, skip } = counts
  return (
    <Panel title={t('imports.confirm_title')}>
      <ul className="list-disc pl-5">
        {create > 0 && <li>{t('imports.will_create', { count: create, value: format.number(create) })}</li>}
        {update > 0 && <li>{t('imports.will_update', { count: update, value: format.number(update) })}</li>}
      </ul>
      <p className="text-muted">
        {t('imports.confirm_text')} {refused + skip > 0 && t('imports.left_out')}
      </p>
      <Form method="post">
        <Button look="primary" name="intent" value="confirm" isBusy={navigation.state === 'submitting'}>
          {t('imports.confirm')}
        </Button>
      </Form>
    </Panel>
  )
}

function NothingToStore() {
  const { t } = useLanguage()
  return <Notice tone="neutral">{t('imports.nothing')}</Notice>
}

/** The rows of one view, a page of them. */
export function RowsByView({ page, paging }: PreviewProps) {
  const { t } = useLanguage()
  const address = (view: string, number = 1) =>
    `?${new URLSearchParams({ view, ...(number > 1 && { page: String(number) }) })}`
  const shown = importViews.filter((view) => page.views[view] > 0 || view === page.view)
  return (
    <section aria-labelledby="rows" className="flex flex-col gap-4">
      <h2 id="rows" className="text-lg font-bold">
        {t('imports.views')}
      </h2>
      <LinkTabs
        label={t('imports.views')}
        tabs={shown.map((view) => ({
          to: address(view),
          label: t(`imports.view.${view}`),
          count: page.views[view],
          isCurrent: view === page.view,
        }))}
      />
      {page.view === 'duplicates' && page.state === 'ready' && page.lines.length > 1 && <ChooseForAll />}
      {page.lines.length === 0 ? <p className="text-muted">{t('imports.empty_view')}</p> : <ImportRows page={page} />}
      <Pagination
        page={paging.page}
        pages={countPages(page.views[page.view], paging.size)}
        to={(number) => address(page.view, number)}
      />
    </section>
  )
}
