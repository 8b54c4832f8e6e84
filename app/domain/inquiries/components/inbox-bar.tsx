import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/form/text-field'
import { LinkTabs } from '#app/ui/link-tabs'
import { Form } from '@remix-run/react'
import type { InboxCounts } from '../model'
import { inboxTabs, type InboxTab } from '../schema'

type InboxBarProps = {
  view: InboxTab
  q: string
  counts: InboxCounts
  /** Address of the list without a filter. */
  to: string
}

/** Which cases the inbox lists: whose, and what is searched for. */
export function InboxBar({ view, q, counts, to }: InboxBarProps) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-col gap-3 px-4 pt-4">
      <h1 className="text-lg font-bold">{t('spk.inbox')}</h1>
      <LinkTabs
        label={t('spk.tab.label')}
        tabs={inboxTabs.map((tab) => ({
          to: `${to}?${new URLSearchParams({ view: tab, ...(q === '' ? {} : { q }) })}`,
          label: t(`spk.tab.${tab}`),
          count: counts[tab],
          isCurrent: tab === view,
        }))}
      />
      <Form action={to} role="search" className="flex items-end gap-2">
        <input type="hidden" name="view" value={view} />
        <div className="min-w-0 flex-1">
          <TextField
            key={q}
            id="q"
            name="q"
            type="search"
            label={t('spk.search_label')}
            placeholder={t('spk.search_label')}
            defaultValue={q}
            maxLength={100}
            isLabelHidden
          />
        </div>
        <Button>{t('spk.search')}</Button>
      </Form>
    </div>
  )
}
