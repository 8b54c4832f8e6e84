import type { OwnSite } from '#app/domain/sites/own-site'
import { useLanguage } from '#app/platform/i18n/use-language'

/** Until when it has to be confirmed, or since when it is overdue. */
export function ConfirmBy({ site }: { site: Pick<OwnSite, 'freshness' | 'confirmBy'> }) {
  const { t, format } = useLanguage()
  if (site.confirmBy === null || site.freshness === null) return null
  const date = format.date(new Date(site.confirmBy))
  const isOver = site.freshness === 'stale' || site.freshness === 'lapsed'
  return (
    <span className="text-muted text-sm">{t(isOver ? 'review.overdue_since' : 'review.confirm_until', { date })}</span>
  )
}
