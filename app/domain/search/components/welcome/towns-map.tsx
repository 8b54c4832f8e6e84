import { presentMap } from '#app/domain/search/api'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { MapBox } from '#app/ui/map/map-props'
import { MapView } from '#app/ui/map/map-view'
import { useMapLabels } from '#app/ui/map/use-map-labels'
import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import type { HomeData } from './home-data'

/** The country as far as it has monotowns, so that it fills the frame. */
const seen: MapBox = [50, 42.2, 85.6, 54.2]

/** Where the sites are and how many, on a map that is only looked at; pressing it opens the map of the search. */
export function TownsMap({ data: { circles, styleUrl } }: { data: HomeData }) {
  const { t, lang, href } = useLanguage()
  const labels = useMapLabels(t('home.map_title'))
  const features = useMemo(() => presentMap(circles), [circles])
  return (
    <figure className="flex min-h-0 flex-col gap-2">
      <div className="border-line relative aspect-[4/3] overflow-hidden rounded-lg border lg:aspect-[20/17]">
        <MapView
          lang={lang}
          labels={labels}
          features={features}
          bounds={seen}
          isInteractive={false}
          styleUrl={styleUrl}
        />
        <Link to={href('/sites?view=map')} className="absolute inset-0" aria-label={t('home.open_map')} />
      </div>
      <figcaption className="text-muted text-sm">{t('home.map_caption')}</figcaption>
    </figure>
  )
}
