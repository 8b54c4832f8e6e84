import { useLanguage } from '#app/platform/i18n/use-language'
import { useId } from 'react'

/** How well a site fits, 0 to 1: what is certain solid, what the unknown may add hatched; the same in words. */
export function IntervalBar({ low, high }: { low: number; high: number }) {
  const { t, format } = useLanguage()
  const hatch = useId()
  const solid = percent(low)
  const hatched = percent(high) - solid
  return (
    <div className="w-full sm:w-44">
      <p className="font-semibold tabular-nums">
        <span className="sr-only">{t('briefs.fit')}: </span>
        {format.percentRange(low, high)}
      </p>
      <svg aria-hidden="true" width="100%" height="8" className="text-accent mt-1 block rounded-full">
        <pattern id={hatch} width="6" height="8" patternUnits="userSpaceOnUse" patternTransform="skewX(-30)">
          <rect width="3" height="8" fill="currentColor" />
        </pattern>
        <rect width="100%" height="8" className="fill-track" />
        <rect x={`${solid}%`} width={`${hatched}%`} height="8" fill={`url(#${hatch})`} />
        <rect width={`${solid}%`} height="8" fill="currentColor" />
      </svg>
      {hatched > 0 && <p className="sr-only">{t('briefs.fit_unknown', { share: format.percent(high - low) })}</p>}
    </div>
  )
}

function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
}
