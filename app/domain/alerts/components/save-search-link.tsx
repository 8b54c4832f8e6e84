import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { BellPlus } from 'lucide-react'

/** The way from a search to its letters; `query` is the search as its address has it. */
export function SaveSearchLink({ query }: { query: string }) {
  const { t, href } = useLanguage()
  return (
    <p className="flex flex-wrap items-center gap-x-2 print:hidden">
      <LinkButton look="secondary" size="small" icon={BellPlus} to={href(`/watch?${new URLSearchParams({ query })}`)}>
        {t('favourites.save_search')}
      </LinkButton>
      <span className="text-muted text-sm">{t('favourites.save_search_hint')}</span>
    </p>
  )
}
