import { parseCoordinates } from '#app/domain/kernel/geo'
import { parseNumber } from '#app/domain/kernel/quantity'
import type { EditorData } from '#app/domain/sites/editor-data'
import { writePoint } from '#app/domain/sites/form/write-form'
import { isOutlineOff, outlineAreaHa, readCorners } from '#app/domain/sites/outline'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { SegmentedField } from '#app/ui/form/choice-fields'
import { TextField } from '#app/ui/form/text-field'
import { MapView } from '#app/ui/map/map-view'
import type { MapFeatures, MapPoint } from '#app/ui/map/map-props'
import { useMapLabels } from '#app/ui/map/use-map-labels'
import { useState } from 'react'
import { CatalogueField } from './catalogue-field'
import { WithNews } from './field-news'
import { setControl } from './form-controls'
import { formId } from './form-id'
import { useEditorField } from './use-editor-field'
import { useLiveValues } from './use-live-values'

const pointName = 'identity.point'
const outlineName = 'identity.outline'
const noFeatures: MapFeatures = { type: 'FeatureCollection', features: [] }
const townZoom = 9
const placeZoom = 13

type Mode = 'point' | 'outline'

/** A point and the corners of the plot: typed as coordinates or pressed on one map, both are the same fields. */
export function PlaceFields({ data }: { data: EditorData }) {
  const [mode, setMode] = useState<Mode>('point')
  const live = useLiveValues([pointName, outlineName])
  const corners = readCorners(live[outlineName])
  return (
    <div className="flex flex-col gap-4">
      <PointInput />
      <PlaceMap
        data={data}
        point={readPoint(live[pointName])}
        corners={corners}
        mode={mode}
        setMode={setMode}
        onPick={(place) => (mode === 'point' ? setField(pointName, place) : addCorner(live[outlineName], place))}
      />
      <OutlineInput data={data} corners={corners} text={live[outlineName]} />
    </div>
  )
}

function PointInput() {
  const { t } = useLanguage()
  const { props, fault } = useEditorField(pointName)
  const swapped = fault?.code === 'swapped' ? `${fault.params?.lat}, ${fault.params?.lng}` : null
  return (
    <>
      <WithNews name={pointName}>
        <TextField
          {...props}
          label={t('sites.field.point')}
          hint={t('akimat.hint.point')}
          autoComplete="off"
          required
        />
      </WithNews>
      {swapped !== null && (
        <div>
          <Button
            size="small"
            name={`${pointName}.swapped`}
            value={swapped}
            onClick={(event) => {
              event.preventDefault()
              setField(pointName, swapped)
            }}
          >
            {t('akimat.swap', { point: swapped })}
          </Button>
        </div>
      )}
    </>
  )
}

type PlaceMapProps = {
  data: EditorData
  point: MapPoint | null
  corners: MapPoint[]
  mode: Mode
  setMode: (mode: Mode) => void
  onPick: (place: string) => void
}

function PlaceMap({ data, point, corners, mode, setMode, onPick }: PlaceMapProps) {
  const { t, lang } = useLanguage()
  const [start] = useState(() => ({ center: point ?? data.townPoint, zoom: point ? placeZoom : townZoom }))
  const labels = useMapLabels(t('akimat.map_title'))
  return (
    <div className="flex flex-col gap-2 noscript:hidden">
      <SegmentedField
        id="map-mode"
        name=""
        label={t('editor.map.press')}
        value={mode}
        onChange={(event) => setMode(event.currentTarget.value === 'outline' ? 'outline' : 'point')}
        options={[
          { value: 'point', label: t('editor.map.point') },
          { value: 'outline', label: t('editor.map.outline') },
        ]}
      />
      <div className="border-line h-80 overflow-hidden rounded-md border">
        <MapView
          lang={lang}
          labels={labels}
          features={noFeatures}
          center={start.center}
          zoom={start.zoom}
          marker={point}
          outline={corners}
          styleUrl={data.styleUrl}
          onPick={([lng, lat]) => onPick(writePoint([round(lng), round(lat)]))}
        />
      </div>
    </div>
  )
}

/** The corners as text, which is the whole of it for the keyboard, and the area that they enclose. */
function OutlineInput({ data, corners, text }: { data: EditorData; corners: MapPoint[]; text: string }) {
  const { t, format } = useLanguage()
  const drawnHa = outlineAreaHa(corners)
  const stated = parseNumber(data.values['land.plotHa']?.[0] ?? '')
  const plotHa = stated.ok ? stated.value : null
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (
    <div className="flex flex-col gap-2">
      <CatalogueField name={outlineName} hint={t('editor.hint.outline')} />
      {drawnHa > 0 && (
        <output className={`text-sm ${isOutlineOff(drawnHa, plotHa) ? 'text-bad font-medium' : 'text-muted'}`}>
          {plotHa === null
            ? t('editor.outline.area', { area: format.quantity(drawnHa, 'ha') })
            : t(isOutlineOff(drawnHa, plotHa) ? 'editor.outline.off' : 'editor.outline.compare', {
                area: format.quantity(drawnHa, 'ha'),
                plot: format.quantity(plotHa, 'ha'),
              })}
        </output>
      )}
      {lines.length > 0 && (
        <div className="flex flex-wrap gap-2 noscript:hidden">
          <Button
            type="button"
            look="quiet"
            size="small"
            onClick={() => setField(outlineName, lines.slice(0, -1).join('\n'))}
          >
            {t('editor.outline.undo')}
          </Button>
          <Button type="button" look="quiet" size="small" onClick={() => setField(outlineName, '')}>
            {t('editor.outline.clear')}
          </Button>
        </div>
      )}
    </div>
  )
}

function addCorner(text: string, place: string): void {
  setField(outlineName, text.trim() === '' ? place : `${text.trimEnd()}\n${place}`)
}

/** Types into the field for the person and tells the form, to which the autosave listens. */
function setField(name: string, text: string): void {
  const form = document.getElementById(formId)
  if (!(form instanceof HTMLFormElement)) return
  setControl(form, name, [text])
  form.dispatchEvent(new Event('change', { bubbles: true }))
}

function readPoint(text: string): MapPoint | null {
  const verdict = parseCoordinates(text)
  return verdict.ok ? verdict.value : null
}

/** A tenth of a metre: more would pretend a precision that no map has. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
