import { parseCoordinates } from '#app/domain/kernel/geo'
import { writePoint } from '#app/domain/sites/form/write-form'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/form/text-field'
import { MapView } from '#app/ui/map/map-view'
import type { MapFeatures, MapPoint } from '#app/ui/map/map-props'
import { useMapLabels } from '#app/ui/map/use-map-labels'
import { useRef, useState } from 'react'
import type { EditorData } from '#app/domain/sites/editor-data'
import { useEditorField } from './use-editor-field'

const name = 'identity.point'
const noFeatures: MapFeatures = { type: 'FeatureCollection', features: [] }
const townZoom = 9
const placeZoom = 11

/** A point typed as coordinates or pressed on the map: both are the same field. */
export function PointField({ data }: { data: EditorData }) {
  const { t, lang } = useLanguage()
  const { props, fault } = useEditorField(name)
  const input = useRef<HTMLDivElement>(null)
  const [point, setPoint] = useState<MapPoint | null>(() => readPoint(props.defaultValue))
  const [start] = useState(() => ({ center: point ?? data.townPoint, zoom: point ? placeZoom : townZoom }))
  const labels = useMapLabels(t('akimat.map_title'))
  const type = (text: string) => {
    const field = input.current?.querySelector('input')
    if (!field) return
    field.value = text
    setPoint(readPoint(text))
    // Tells the autosave, which listens to the form.
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
  const swapped = fault?.code === 'swapped' ? `${fault.params?.lat}, ${fault.params?.lng}` : null
  return (
    <div className="flex flex-col gap-3" ref={input}>
      <TextField
        {...props}
        label={t('sites.field.point')}
        hint={t('akimat.hint.point')}
        autoComplete="off"
        required
        onBlur={(event) => setPoint(readPoint(event.currentTarget.value))}
      />
      {swapped !== null && (
        <div>
          <Button
            size="small"
            name={`${name}.swapped`}
            value={swapped}
            onClick={(event) => {
              event.preventDefault()
              type(swapped)
            }}
          >
            {t('akimat.swap', { point: swapped })}
          </Button>
        </div>
      )}
      <div className="border-line h-80 overflow-hidden rounded-md border noscript:hidden">
        <MapView
          lang={lang}
          labels={labels}
          features={noFeatures}
          center={start.center}
          zoom={start.zoom}
          marker={point}
          styleUrl={data.styleUrl}
          onPick={([lng, lat]) => type(writePoint([round(lng), round(lat)]))}
        />
      </div>
    </div>
  )
}

function readPoint(text: string): MapPoint | null {
  const verdict = parseCoordinates(text)
  return verdict.ok ? verdict.value : null
}

/** A tenth of a metre: more would pretend a precision that no map has. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
