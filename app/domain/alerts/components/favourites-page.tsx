import type { Done } from '#app/domain/alerts/done'
import type { KeptSite, SavedWatch } from '#app/domain/alerts/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { PageHeading } from '#app/ui/page-heading'
import { DoneNotice } from './done-notice'
import { KeptSites } from './kept-sites'
import { LettersPanel } from './letters-panel'
import { WatchList } from './watch-list'

export type FavouritesData = {
  done: Done | null
  sites: KeptSite[]
  watches: SavedWatch[]
  /** Where letters go; null for a browser that nobody has confirmed an address in. */
  address: string | null
  isPerson: boolean
}

/** What somebody keeps: sites, searches, and where letters about them go. */
export function FavouritesPage({ data }: { data: FavouritesData }) {
  const { t } = useLanguage()
  const { done, sites, watches, address, isPerson } = data
  return (
    <>
      <PageHeading title={t('alerts.page.title')} lead={t('alerts.page.lead')} />
      <div className="flex flex-col gap-6">
        <DoneNotice done={done} />
        <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[1fr_20rem]">
          <div className="flex min-w-0 flex-col gap-8">
            <section aria-labelledby="kept-sites" className="flex flex-col gap-2">
              <h2 id="kept-sites" className="text-lg font-bold">
                {t('alerts.page.sites')}
              </h2>
              <KeptSites sites={sites} />
            </section>
            <section aria-labelledby="saved-searches" className="flex flex-col gap-2">
              <h2 id="saved-searches" className="text-lg font-bold">
                {t('alerts.page.searches')}
              </h2>
              <WatchList watches={watches} />
            </section>
          </div>
          <LettersPanel address={address} isPerson={isPerson} hasSites={sites.length > 0} />
        </div>
      </div>
    </>
  )
}
