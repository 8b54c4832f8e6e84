import { searchPath } from '#app/domain/search/address'
import { useLanguage } from '#app/platform/i18n/use-language'
import { buttonClass } from '#app/ui/button-class'
import { Icon } from '#app/ui/icon'
import { useWhenSeen } from '#app/ui/map/use-when-seen'
import { Link, useNavigation } from '@remix-run/react'
import { List, Map } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { SearchFilters } from './filter-bar'
import type { SearchData } from './search-data'
import { SearchResults, type Hovering } from './search-results'

type SearchPageProps = {
  data: SearchData
  /** What a person can do with a site of the list, e.g. keep it. */
  cardAction?: (number: string) => ReactNode
  /** What a person can do with the search as a whole, e.g. save it. */
  actions?: ReactNode
}

/** Filters on top, list and map side by side; on a phone one of the two. */
export function SearchPage({ data, cardAction, actions }: SearchPageProps) {
  const [hovered, setHovered] = useState<string | null>(null)
  const isLoading = useNavigation().state === 'loading'
  const isMap = data.view === 'map'
  const { t } = useLanguage()
  return (
    <div>
      <h1 className="sr-only">{t('search.title')}</h1>
      <SearchFilters
        criteria={data.criteria}
        facets={data.facets}
        presets={data.presets}
        names={data.names}
        total={data.total}
        view={isMap ? 'map' : null}
      />
      <div className="lg:grid lg:grid-cols-[minmax(30rem,48%)_1fr]">
        <div
          aria-busy={isLoading}
          className={`px-4 pt-4 pb-24 aria-busy:opacity-60 sm:px-6 lg:block ${isMap ? 'hidden' : ''}`}
        >
          <SearchResults data={data} hovered={hovered} onHover={setHovered} cardAction={cardAction} actions={actions} />
        </div>
        <div
          className={`needs-script h-[calc(100dvh-11.75rem)] lg:sticky lg:top-0 lg:block lg:h-[calc(100dvh-10.5rem)] ${isMap ? '' : 'hidden'}`}
        >
          <MapPlace data={data} hovered={hovered} onHover={setHovered} />
        </div>
      </div>
      <ViewSwitch data={data} />
    </div>
  )
}

/** Where the map stands: it and its tools load when they are first seen. */
function MapPlace(props: { data: SearchData } & Hovering) {
  const { t } = useLanguage()
  const { element, loaded } = useWhenSeen(() => import('./search-map'))
  return (
    <div ref={element} className="bg-sunken h-full">
      {loaded === 'failed' && <p className="text-muted p-6">{t('map.unavailable')}</p>}
      {typeof loaded === 'object' && <loaded.SearchMap {...props} />}
    </div>
  )
}

/** On a phone: the button that goes from the list to the map and back. */
function ViewSwitch({ data }: { data: SearchData }) {
  const { t, href, format } = useLanguage()
  const path = searchPath(data.criteria)
  const isMap = data.view === 'map'
  const to = isMap ? path : `${path}${path.includes('?') ? '&' : '?'}view=map`
  return (
    <p className="needs-script pointer-events-none fixed inset-x-0 bottom-4 z-10 text-center lg:hidden" data-no-print>
      <Link
        to={href(to)}
        preventScrollReset
        data-plain
        className={`shadow-float pointer-events-auto ${buttonClass({ look: 'primary' })}`}
      >
        <Icon of={isMap ? List : Map} />
        {t(isMap ? 'search.to_list' : 'search.to_map', { value: format.number(data.total) })}
      </Link>
    </p>
  )
}
