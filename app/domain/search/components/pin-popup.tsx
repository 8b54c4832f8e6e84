import type { ShownText } from '#app/domain/search/card-view'
import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { siteKinds, type SiteKind } from '#app/domain/sites/choices'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { MapFeatures, MapPoint } from '#app/ui/map/map-props'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import type { SearchData } from './search-data'

export type SelectedPin = { number: string; point: MapPoint; kind: SiteKind; name: ShownText; town: string }

type PublicName = { name: Localized; town: string }

/** The site whose mark was pressed; its name comes from the list, or from the API when the list is on another page. */
export function usePin({ items, open, names }: SearchData) {
  const { lang } = useLanguage()
  const [selected, setSelected] = useState<SelectedPin | null>(null)

  const select = async (number: string, features: MapFeatures) => {
    const feature = features.features.find(({ properties }) => 'number' in properties && properties.number === number)
    if (!feature || !('kind' in feature.properties)) return
    const kindName = feature.properties.kind
    const kind = siteKinds.find((candidate) => candidate === kindName) ?? 'building'
    const point = feature.geometry.coordinates as MapPoint
    const card = [...items, ...open].find((candidate) => candidate.number === number)
    if (card) return setSelected({ number, point, kind, name: card.name, town: card.town })
    setSelected({ number, point, kind, name: { text: number, language: lang }, town: '' })
    const answer = await fetch(`/api/sites/${number}`).catch(() => null)
    if (!answer?.ok) return
    const site = (await answer.json()) as PublicName
    const full = { number, point, kind, name: chooseText(site.name, lang), town: names.towns[site.town] ?? site.town }
    setSelected((current) => (current?.number === number ? full : current))
  }
  return { selected, select, close: () => setSelected(null) }
}

export function PinPopup({ pin }: { pin: SelectedPin }) {
  const { t, lang, href } = useLanguage()
  return (
    <div className="flex flex-col gap-1 p-1 text-base">
      <Link
        to={href(`/sites/${pin.number}`)}
        lang={pin.name.language === lang ? undefined : pin.name.language}
        className="text-accent font-semibold underline"
      >
        {pin.name.text}
      </Link>
      <p className="text-muted text-sm">
        {[pin.town, t(`sites.kind.${pin.kind}`), pin.number].filter(Boolean).join(' · ')}
      </p>
    </div>
  )
}
