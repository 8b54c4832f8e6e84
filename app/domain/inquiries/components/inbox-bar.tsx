import { languages } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { LinkTabs } from '#app/ui/link-tabs'
import { Link } from '@remix-run/react'
import { workflowStates } from '../clock/model'
import { isClosed } from '../clock/workflow'
import { inboxAddress, inboxClocks, inboxTabs, isFiltered, nobody, wholeTab, type InboxQuery } from '../inbox-filter'
import type { Colleague, InboxCounts } from '../model'

type InboxBarProps = {
  query: InboxQuery
  counts: InboxCounts
  colleagues: readonly Colleague[]
  /** Address of the list without a filter. */
  to: string
}

/** Which cases the inbox lists: whose, what is searched for, in which state and language. */
export function InboxBar({ query, counts, colleagues, to }: InboxBarProps) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-col gap-3 px-4 pt-4">
      <h1 className="text-lg font-bold">{t('spk.inbox')}</h1>
      <LinkTabs
        label={t('spk.tab.label')}
        tabs={inboxTabs.map((tab) => ({
          to: `${to}${inboxAddress({ ...wholeTab(tab), q: query.q })}`,
          label: t(`spk.tab.${tab}`),
          count: counts[tab],
          isCurrent: tab === query.view,
        }))}
      />
      <Form action={to} role="search" className="flex flex-col gap-2" key={inboxAddress(query)}>
        <input type="hidden" name="view" value={query.view} />
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField
              id="q"
              name="q"
              type="search"
              label={t('spk.search_label')}
              placeholder={t('spk.search_label')}
              defaultValue={query.q}
              maxLength={100}
              isLabelHidden
            />
          </div>
          <Button>{t('spk.search')}</Button>
        </div>
        <Conditions query={query} colleagues={colleagues} to={to} />
      </Form>
    </div>
  )
}

function Conditions({ query, colleagues, to }: Pick<InboxBarProps, 'query' | 'colleagues' | 'to'>) {
  const { t } = useLanguage()
  const asked = [query.state, query.clock, query.who, query.lang].filter((value) => value !== null).length
  return (
    <details open={asked > 0}>
      <summary className="text-accent inline-flex min-h-11 items-center text-sm font-medium">
        {asked > 0 ? t('spk.filter.open_count', { count: asked }) : t('spk.filter.open')}
      </summary>
      <div className="grid grid-cols-2 gap-3 pb-2">
        <SelectField
          id="filter-clock"
          name="clock"
          label={t('spk.filter.clock')}
          emptyLabel={t('spk.filter.any')}
          defaultValue={query.clock ?? ''}
          options={inboxClocks.map((value) => ({ value, label: t(`spk.filter.clock_of.${value}`) }))}
        />
        <SelectField
          id="filter-state"
          name="state"
          label={t('spk.filter.state')}
          emptyLabel={t('spk.filter.any')}
          defaultValue={query.state ?? ''}
          options={workflowStates
            .filter((state) => state !== 'unconfirmed' && isClosed(state) === (query.view === 'closed'))
            .map((value) => ({ value, label: t(`inquiries.state.${value}`) }))}
        />
        <SelectField
          id="filter-who"
          name="who"
          label={t('spk.filter.who')}
          emptyLabel={t('spk.filter.anybody')}
          defaultValue={query.who ?? ''}
          options={[
            { value: nobody, label: t('spk.unassigned') },
            ...colleagues.map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
        />
        <SelectField
          id="filter-lang"
          name="lang"
          label={t('spk.filter.lang')}
          emptyLabel={t('spk.filter.any')}
          defaultValue={query.lang ?? ''}
          options={languages.map((value) => ({ value, label: t(`spk.filter.lang_of.${value}`) }))}
        />
        <Apply query={query} to={to} />
      </div>
    </details>
  )
}

function Apply({ query, to }: Pick<InboxBarProps, 'query' | 'to'>) {
  const { t } = useLanguage()
  return (
    <div className="col-span-2 flex flex-wrap items-center gap-3">
      <Button size="small">{t('spk.filter.apply')}</Button>
      {isFiltered(query) && (
        <Link to={`${to}${inboxAddress(wholeTab(query.view))}`} className="inline-flex min-h-11 items-center text-sm">
          {t('spk.clear')}
        </Link>
      )}
    </div>
  )
}
