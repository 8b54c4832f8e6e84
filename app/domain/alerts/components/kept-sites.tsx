import type { KeptSite } from '#app/domain/alerts/model'
import { SiteCard } from '#app/domain/search/components/site-card'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Link } from '@remix-run/react'
import { Scale } from 'lucide-react'

/** The kept sites, the newest first; one that ended stays as a line, so that nobody wonders where it went. */
export function KeptSites({ sites }: { sites: KeptSite[] }) {
  const { t, href } = useLanguage()
  if (sites.length === 0) {
    return (
      <EmptyState title={t('alerts.page.none_title')} text={t('alerts.page.none_text')}>
        <LinkButton look="primary" to={href('/sites')}>
          {t('alerts.page.to_search')}
        </LinkButton>
      </EmptyState>
    )
  }
  const canCompare = sites.filter(({ card }) => card !== null).length > 1
  return (
    <>
      {canCompare && <CompareForm />}
      <ul>
        {sites.map(({ number, card }) => (
          <li key={number}>
            {card === null ? (
              <div className="border-line flex flex-wrap items-center justify-between gap-3 border-b py-4">
                <p className="text-muted">
                  <Link to={href(`/sites/${number}`)} className="inline-flex min-h-11 items-center underline">
                    {number}
                  </Link>{' '}
                  · {t('alerts.page.over')}
                </p>
                <DropForm number={number} />
              </div>
            ) : (
              <SiteCard
                card={card}
                action={
                  <div className="flex flex-wrap items-center gap-x-4">
                    {canCompare && <Pick number={number} />}
                    <DropForm number={number} />
                  </div>
                }
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const compareId = 'compare-kept'

/** Compares what is ticked, or inquires about it; its ticks stand on the cards. */
function CompareForm() {
  const { t, href } = useLanguage()
  return (
    <form id={compareId} action={href('/compare')} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button icon={Scale}>{t('alerts.page.compare')}</Button>
      <Button formAction={href('/inquiries/new')}>{t('alerts.page.inquire')}</Button>
      <span className="text-muted text-sm">{t('alerts.page.compare_hint')}</span>
    </form>
  )
}

function Pick({ number }: { number: string }) {
  const { t } = useLanguage()
  return (
    <label className="flex min-h-11 items-center gap-2 text-sm">
      <input type="checkbox" name="site" value={number} form={compareId} className="tick size-5 shrink-0" />
      {t('alerts.page.pick')}
      <span className="sr-only">, {t('favourites.of', { number })}</span>
    </label>
  )
}

function DropForm({ number }: { number: string }) {
  const { t } = useLanguage()
  return <KeepForm number={number} intent="drop" label={t('alerts.page.remove')} />
}

type KeepFormProps = { number: string; intent: 'keep' | 'drop'; label: string }

/** A button that keeps or lets go and comes back to the page of favourites. */
export function KeepForm({ number, intent, label }: KeepFormProps) {
  const { t, href } = useLanguage()
  return (
    <Form method="post" action={href('/favourites/kept')}>
      <input type="hidden" name="number" value={number} />
      <Button look="quiet" size="small" name="intent" value={intent}>
        {label}
        <span className="sr-only">, {t('favourites.of', { number })}</span>
      </Button>
    </Form>
  )
}
