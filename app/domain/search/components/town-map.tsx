import type { MapAnswer } from '#app/domain/search/model'
import { presentMap } from '#app/domain/search/api'
import { useLanguage } from '#app/platform/i18n/use-language'
import { MapView } from '#app/ui/map/map-view'
import type { MapBox, MapPoint } from '#app/ui/map/map-props'
import { useMapLabels } from '#app/ui/map/use-map-labels'
import { useNavigate } from '@remix-run/react'
import { useMemo } from 'react'

type TownMapProps = { sites: MapAnswer; center: MapPoint; bounds: MapBox | null; styleUrl: string | null }

/** The sites of one town; pressing one opens its passport. */
export function TownMap({ sites, center, bounds, styleUrl }: TownMapProps) {
  const { t, lang, href } = useLanguage()
  const navigate = useNavigate()
  const features = useMemo(() => presentMap(sites), [sites])
  return (
    <MapView
      lang={lang}
      labels={useMapLabels(t('towns.map_title'))}
      features={features}
      {...(bounds ? { bounds } : { center })}
      styleUrl={styleUrl}
      onSelect={(number) => navigate(href(`/sites/${number}`))}
    />
  )
}
