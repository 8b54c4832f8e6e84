import { useId } from 'react'
import type { Unit } from '#app/platform/i18n/format'
import { useLanguage } from '#app/platform/i18n/use-language'

export type Capacity = {
  /** All in `unit`; null means unknown. */
  free: number | null
  reserved?: number | null
  installed?: number | null
  unit: Unit
  /** Not confirmed in time: grey instead of blue. */
  isStale?: boolean
}

/** "630 kW free of 1 000 kW" and the same as a bar: free solid, reserved hatched, the rest in use. */
export function CapacityBar({ free, reserved = null, installed = null, unit, isStale = false }: Capacity) {
  const { t, format } = useLanguage()
  if (free === null) return <span className="text-muted">{t('ui.state.unknown')}</span>
  const total = installed === null ? null : format.quantity(installed, unit)
  return (
    <div className={isStale ? 'text-muted' : undefined}>
      <p className="tabular-nums">
        <strong className="font-semibold">{format.quantity(free, unit)}</strong>{' '}
        {total === null ? t('ui.capacity.free') : t('ui.capacity.free_of', { installed: total })}
        {reserved !== null && reserved > 0 && (
          <span className="text-muted text-sm">
            {' · '}
            {t('ui.capacity.reserved', { reserved: format.quantity(reserved, unit) })}
          </span>
        )}
      </p>
      {installed !== null && installed > 0 && (
        <Bar free={free / installed} reserved={(reserved ?? 0) / installed} isStale={isStale} />
      )}
    </div>
  )
}

function Bar({ free, reserved, isStale }: { free: number; reserved: number; isStale: boolean }) {
  const hatch = useId()
  const solid = percent(free)
  const hatched = Math.min(percent(reserved), 100 - solid)
  const colour = isStale ? 'text-edge' : 'text-accent'
  return (
    <svg aria-hidden="true" width="100%" height="8" className={`mt-1.5 block max-w-80 rounded-full ${colour}`}>
      <pattern id={hatch} width="6" height="8" patternUnits="userSpaceOnUse" patternTransform="skewX(-30)">
        <rect width="3" height="8" fill="currentColor" />
      </pattern>
      <rect width="100%" height="8" className="fill-track" />
      <rect x={`${solid}%`} width={`${hatched}%`} height="8" fill={`url(#${hatch})`} />
      <rect width={`${solid}%`} height="8" fill="currentColor" />
    </svg>
  )
}

function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
}
