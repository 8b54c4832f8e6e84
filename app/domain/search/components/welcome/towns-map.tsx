import { useLanguage } from '#app/platform/i18n/use-language'
import { MapView } from '#app/ui/map/map-view'
import type { MapBox, MapFeatures } from '#app/ui/map/map-props'
import { useMapLabels } from '#app/ui/map/use-map-labels'
import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import type { HomeData, HomeTown } from './home-data'

function circleOf({ point, count }: HomeTown): MapFeatures['features'][number] {
  const bbox: MapBox = [point[0], point[1], point[0], point[1]]
  return { type: 'Feature', geometry: { type: 'Point', coordinates: point }, properties: { count, bbox } }
}

/** How many sites each town offers, on a map that is only looked at; pressing it opens the map of the search. */
export function TownsMap({ data: { towns, styleUrl } }: { data: HomeData }) {
  const { t, lang, href } = useLanguage()
  const labels = useMapLabels(t('home.map_title'))
  const features = useMemo<MapFeatures>(
    () => ({ type: 'FeatureCollection', features: towns.filter((town) => town.count > 0).map(circleOf) }),
    [towns],
  )
  return (
    <figure className="flex min-h-0 flex-col gap-2">
      <div className="border-line relative h-72 overflow-hidden rounded-lg border sm:h-96 lg:h-auto lg:min-h-96 lg:flex-1">
        <MapView lang={lang} labels={labels} features={features} isInteractive={false} styleUrl={styleUrl} />
        <Link to={href('/sites?view=map')} className="absolute inset-0" aria-label={t('home.open_map')} />
      </div>
      <figcaption className="text-muted text-sm">{t('home.map_caption')}</figcaption>
    </figure>
  )
}
