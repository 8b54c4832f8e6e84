import { canInquire } from '#app/domain/sites/passport-rules'
import type { PassportData } from '#app/domain/sites/passport/model'
import { plain } from '#app/domain/sites/passport/said'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { MapView } from '#app/ui/map/map-view'
import type { MapFeatures } from '#app/ui/map/map-props'
import { useMapLabels } from '#app/ui/map/use-map-labels'
import { Panel } from '#app/ui/panel'
import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import { Say } from './say'

/** The one action of the page, and who will answer. */
export function InquirePanel({ data }: { data: PassportData }) {
  const { t, href, format } = useLanguage()
  if (!canInquire(data.status)) return null
  return (
    <Panel>
      <LinkButton to={href(`/inquiries/new?site=${data.number}`)} look="primary" isWide>
        {t('passport.inquire')}
      </LinkButton>
      <LinkButton to={href(`/compare?site=${data.number}`)} isWide>
        {t('passport.compare')}
      </LinkButton>
      {data.body !== null && (
        <p>
          {t('passport.answers')}{' '}
          <strong className="font-semibold">
            <Say of={data.body.name} />
          </strong>
          . {t('passport.promise', { first: format.workingDays(2) })} {data.body.usually}
        </p>
      )}
    </Panel>
  )
}

const zoomOnSite = 10

/** Where it is: map, address, coordinates. */
export function PlacePanel({ data }: { data: PassportData }) {
  const { t, lang } = useLanguage()
  const { point, address, number, kind, freshness } = data
  const labels = useMapLabels(t('passport.map_title'))
  const features = useMemo<MapFeatures>(
    () => ({
      type: 'FeatureCollection',
      features: point
        ? [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: point },
              properties: { number, kind, freshness },
            },
          ]
        : [],
    }),
    [point, number, kind, freshness],
  )
  return (
    <Panel title={t('passport.place')}>
      {point && (
        <div className="needs-script h-56 overflow-hidden rounded-md" data-no-print>
          <MapView
            lang={lang}
            labels={labels}
            features={features}
            center={point}
            zoom={zoomOnSite}
            selectedNumber={number}
            styleUrl={data.styleUrl}
          />
        </div>
      )}
      <div>
        <p>{address === '' ? t('passport.no_address') : <Say of={address} />}</p>
        <p className="text-muted text-sm tabular-nums">
          {point ? `${point[1].toFixed(5)}, ${point[0].toFixed(5)}` : t('passport.no_point')}
        </p>
      </div>
    </Panel>
  )
}

/** The town in brief. */
export function TownPanel({ data: { town } }: { data: PassportData }) {
  const { t, href } = useLanguage()
  return (
    <Panel title={plain(town.name)}>
      <ul className="flex flex-col gap-1">
        {town.facts.map((fact, index) => (
          <li key={index}>
            <Say of={fact} />
          </li>
        ))}
      </ul>
      <Link to={href(`/towns/${town.key}`)} className="inline-flex min-h-11 items-center underline">
        {t('passport.to_town')}
      </Link>
    </Panel>
  )
}
