import { rhythms, type SavedWatch } from '#app/domain/alerts/model'
import { watchPath } from '#app/domain/alerts/watch-query'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { Link } from '@remix-run/react'

/** The saved searches, each with how often letters come and the way to end it. */
export function WatchList({ watches }: { watches: SavedWatch[] }) {
  const { t } = useLanguage()
  if (watches.length === 0) {
    return <EmptyState title={t('alerts.page.no_searches_title')} text={t('alerts.page.no_searches_text')} />
  }
  return (
    <ul className="border-line divide-line divide-y border-y">
      {watches.map((watch) => (
        <li key={watch.id} className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 py-4">
          <WatchTitle watch={watch} />
          <div className="flex flex-wrap items-end gap-2">
            <RhythmForm key={watch.rhythm} watch={watch} />
            <Form method="post">
              <input type="hidden" name="watch" value={watch.id} />
              <Button look="quiet" name="intent" value="remove_watch">
                {t('alerts.page.remove_search')}
                <span className="sr-only">: {watch.title}</span>
              </Button>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  )
}

function WatchTitle({ watch }: { watch: SavedWatch }) {
  const { href, format } = useLanguage()
  return (
    <div className="min-w-0">
      <Link
        to={href(watchPath(watch.query))}
        translate="no"
        className="text-accent inline-flex min-h-11 items-center font-semibold break-words underline"
      >
        {watch.title}
      </Link>
      <p className="text-muted text-sm">{format.date(new Date(watch.createdAt))}</p>
    </div>
  )
}

function RhythmForm({ watch }: { watch: SavedWatch }) {
  const { t } = useLanguage()
  return (
    <Form method="post" className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="watch" value={watch.id} />
      <SelectField
        id={`rhythm-${watch.id}`}
        name="rhythm"
        label={
          <>
            {t('alerts.page.rhythm')}
            <span className="sr-only">: {watch.title}</span>
          </>
        }
        emptyLabel={null}
        defaultValue={watch.rhythm}
        options={rhythms.map((value) => ({ value, label: t(`alerts.rhythm.${value}`) }))}
      />
      <Button name="intent" value="rhythm">
        {t('alerts.page.save_rhythm')}
      </Button>
    </Form>
  )
}
