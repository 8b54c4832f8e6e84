import type { LngLat } from '#app/domain/kernel/geo'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Icon, type IconShape } from '#app/ui/icon'
import { Crosshair, MapPin, PenTool } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { MapTool } from './use-map-tool'

type MapToolsProps = { tool: MapTool; center: LngLat | null }

/** Buttons over the map: what a press on it shall do. While a tool is in hand, how to use it and how to put it away. */
export function MapTools({ tool, center }: MapToolsProps) {
  const { t } = useLanguage()
  if (tool.mode !== 'look') return <ToolInHand tool={tool} center={center} />
  return (
    <div role="group" aria-label={t('search.draw.tools')} className="absolute top-4 left-4 flex flex-col gap-2">
      <ToolButton icon={PenTool} label={t('search.draw.start')} onPress={() => tool.take('draw')} />
      <ToolButton icon={MapPin} label={t('search.near.pick')} onPress={() => tool.take('pick')} />
    </div>
  )
}

function ToolButton({ icon, label, onPress }: { icon: IconShape; label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      title={label}
      className="border-edge bg-surface text-ink hover:border-accent shadow-float inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md border px-3 text-sm font-medium xl:justify-start"
    >
      <Icon of={icon} />
      <span className="sr-only xl:not-sr-only">{label}</span>
    </button>
  )
}

function ToolInHand({ tool, center }: MapToolsProps) {
  const { t, format } = useLanguage()
  const isDrawing = tool.mode === 'draw'
  const setHere = () => center && tool.set(center)
  const first = useRef<HTMLButtonElement>(null)
  const { take } = tool
  // The button that took the tool is gone, and the focus with it.
  useEffect(() => first.current?.focus(), [])
  useEffect(() => {
    const putAway = (event: KeyboardEvent) => event.key === 'Escape' && take('look')
    document.addEventListener('keydown', putAway)
    return () => document.removeEventListener('keydown', putAway)
  }, [take])
  return (
    <>
      <Icon
        of={Crosshair}
        size={24}
        className="text-accent pointer-events-none absolute top-1/2 left-1/2 -translate-x-1/2 -translate-y-1/2"
      />
      <div
        role="group"
        aria-label={t(isDrawing ? 'search.draw.start' : 'search.near.pick')}
        className="border-line bg-surface shadow-float absolute top-2 right-16 left-2 flex flex-col gap-3 rounded-lg border p-3 sm:right-auto sm:max-w-md"
      >
        <p className="text-sm">
          {t(isDrawing ? 'search.draw.hint' : 'search.draw.pick_hint')}{' '}
          <span className="hidden sm:inline">{t(isDrawing ? 'search.draw.keys' : 'search.draw.pick_keys')}</span>
        </p>
        {isDrawing && (
          <p role="status" className={tool.isCrossed ? 'text-bad text-sm font-medium' : 'text-muted text-sm'}>
            {tool.isCrossed
              ? t('search.draw.crossed')
              : t('search.draw.corners', { value: format.number(tool.corners.length) })}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button ref={first} type="button" size="small" onClick={setHere}>
            {t(isDrawing ? 'search.draw.corner' : 'search.draw.pick_center')}
          </Button>
          {isDrawing && (
            <>
              <Button type="button" size="small" disabled={tool.corners.length === 0} onClick={tool.undo}>
                {t('search.draw.undo')}
              </Button>
              <Button type="button" size="small" look="primary" disabled={!tool.canFinish} onClick={tool.finish}>
                {t('search.draw.finish')}
              </Button>
            </>
          )}
          <Button type="button" size="small" look="quiet" onClick={() => tool.take('look')}>
            {t('search.draw.cancel')}
          </Button>
        </div>
      </div>
    </>
  )
}
