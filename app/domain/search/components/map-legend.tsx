import { useLanguage } from '#app/platform/i18n/use-language'
import { paletteOf } from '#app/ui/map/palette'
import { useMapTheme } from '#app/ui/map/use-map-theme'
import type { ReactNode } from 'react'

/** What the marks on the map mean. Closed at first: the map is small on a phone. */
export function MapLegend({ hasPoint }: { hasPoint: boolean }) {
  const { t } = useLanguage()
  const { site, siteText, siteStale, outline, ring } = paletteOf(useMapTheme())
  const disc = (fill: string, stroke: string) => (
    <circle cx="12" cy="12" r="7" fill={fill} stroke={stroke} strokeWidth="3" />
  )
  return (
    <details className="border-line bg-surface shadow-float absolute bottom-20 left-4 rounded-lg border text-sm lg:bottom-10">
      <summary className="flex min-h-11 items-center px-3 font-medium">{t('search.legend.title')}</summary>
      <ul className="flex flex-col gap-1 px-3 pb-3">
        <Mark label={t('search.legend.site')}>{disc(site, outline)}</Mark>
        <Mark label={t('search.legend.stale')}>{disc(outline, siteStale)}</Mark>
        <Mark label={t('search.legend.cluster')}>
          <circle cx="12" cy="12" r="11" fill={site} />
          <text x="12" y="16" textAnchor="middle" fontSize="11" fontWeight="700" fill={siteText}>
            5
          </text>
        </Mark>
        <Mark label={t('search.legend.hovered')}>
          {disc(site, outline)}
          <circle cx="12" cy="12" r="10" fill="none" stroke={ring} strokeWidth="2" />
        </Mark>
        {hasPoint && (
          <Mark label={t('search.legend.point')}>
            <path d="M12 22C7 15 5 12 5 9a7 7 0 1 1 14 0c0 3-2 6-7 13Z" fill={site} />
            <circle cx="12" cy="9" r="2.5" fill={outline} />
          </Mark>
        )}
      </ul>
    </details>
  )
}

function Mark({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" className="shrink-0">
        {children}
      </svg>
      {label}
    </li>
  )
}
