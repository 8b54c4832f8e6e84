import { readAskedBrief } from '#app/domain/alerts/watch-query'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { BellPlus } from 'lucide-react'

/** The way to letters about a search, as its address has it, or about a brief (watch-query.ts). */
export function SaveSearchLink({ query }: { query: string }) {
  const { t, href } = useLanguage()
  return (
    <p className="flex flex-wrap items-center gap-x-2 print:hidden">
      <LinkButton look="secondary" size="small" icon={BellPlus} to={href(`/watch?${new URLSearchParams({ query })}`)}>
        {t(readAskedBrief(query) === null ? 'favourites.save_search' : 'favourites.watch_brief')}
      </LinkButton>
      {readAskedBrief(query) === null && (
        <span className="text-muted hidden text-sm sm:inline">{t('favourites.save_search_hint')}</span>
      )}
    </p>
  )
}
