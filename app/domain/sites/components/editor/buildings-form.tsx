import { buildingElements, buildingUses } from '#app/domain/sites/choices'
import type { EditorData } from '#app/domain/sites/editor-data'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CatalogueField } from './catalogue-field'
import { EntryActions, EntryList } from './entry-list'
import { Fold } from './fold'
import { PartsPanel } from './parts-panel'
import { ProvenanceLine } from './provenance-line'
import { Grid } from './section'
import { useFilledWords } from './use-filled-words'
import { useLiveValues } from './use-live-values'

export function BuildingsForm({ data }: { data: EditorData }) {
  const { t } = useLanguage()
  return (
    <>
      <EntryList
        list="buildings"
        empty={data.kind === 'land' ? t('editor.buildings.empty_land') : t('editor.buildings.empty')}
        add={t('akimat.add_building')}
        entries={Array.from({ length: data.lists.buildings }, (_, index) => ({
          prefix: `buildings.${index}`,
          summary: <BuildingSummary index={index} />,
          fields: <BuildingFields index={index} isRequired={index === 0 && data.kind !== 'land'} />,
        }))}
      />
      <PartsPanel data={data} />
    </>
  )
}

function BuildingFields({ index, isRequired }: { index: number; isRequired: boolean }) {
  const { t, format } = useLanguage()
  const path = `buildings.${index}`
  return (
    <>
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <CatalogueField name={`${path}.name`} />
        <CatalogueField name={`${path}.use`} />
      </div>
      <Grid>
        <CatalogueField name={`${path}.totalAreaM2`} required={isRequired} />
        <CatalogueField name={`${path}.freeAreaM2`} />
        <CatalogueField name={`${path}.clearHeightM`} />
        <CatalogueField name={`${path}.floors`} />
        <CatalogueField name={`${path}.yearBuilt`} />
        <CatalogueField name={`${path}.wearPct`} />
      </Grid>
      <div className="flex flex-col gap-1">
        <MoreFields
          path={path}
          title={t('editor.buildings.hall')}
          fields={['columnGrid', 'floorLoadTM2', 'volumeM3', 'walls', 'gateCount', 'gateHeightM', 'gateWidthM']}
        />
        <CraneFields path={path} />
        <MoreFields
          path={path}
          title={t('editor.buildings.condition')}
          fields={[...buildingElements.map((element) => `condition.${element}`), 'asbestos', 'surveyedOn']}
        />
        <ProvenanceLine path={`${path}.provenance`} />
      </div>
      <EntryActions
        list="buildings"
        entry={String(index)}
        name={t('akimat.building', { number: format.number(index + 1) })}
        isFirst={index === 0}
        canCopy
      />
    </>
  )
}

function MoreFields({ path, title, fields }: { path: string; title: string; fields: readonly string[] }) {
  const { t } = useLanguage()
  const names = fields.map((field) => `${path}.${field}`)
  const filled = useFilledWords(names, { title })
  return (
    <Fold prefix={names[0] ?? path} summary={`${title}: ${filled === '' ? t('ui.state.unknown') : filled}`}>
      <Grid>
        {names.map((name) => (
          <CatalogueField key={name} name={name} />
        ))}
      </Grid>
    </Fold>
  )
}

/** How much a crane lifts is asked only where there is one. */
function CraneFields({ path }: { path: string }) {
  const { t } = useLanguage()
  const names = [`${path}.cranes`, `${path}.craneLiftT`, `${path}.craneCount`]
  const filled = useFilledWords(names, { title: t('editor.buildings.cranes') })
  return (
    <Fold
      prefix={`${path}.craneLiftT`}
      summary={`${t('editor.buildings.cranes')}: ${filled === '' ? t('ui.state.unknown') : filled}`}
    >
      <div className="group/cranes flex flex-col gap-5">
        <CatalogueField name={`${path}.cranes`} isSegmented />
        <div className="hidden gap-4 group-has-[input[value=yes]:checked]/cranes:grid sm:grid-cols-2">
          <CatalogueField name={`${path}.craneLiftT`} />
          <CatalogueField name={`${path}.craneCount`} />
        </div>
      </div>
    </Fold>
  )
}

function BuildingSummary({ index }: { index: number }) {
  const { t, format } = useLanguage()
  const path = `buildings.${index}`
  const live = useLiveValues([
    `${path}.name`,
    `${path}.use`,
    `${path}.totalAreaM2`,
    `${path}.floors`,
    `${path}.yearBuilt`,
  ])
  const use = buildingUses.find((known) => known === live[`${path}.use`] && known !== 'unknown')
  const area = live[`${path}.totalAreaM2`]
  const name = live[`${path}.name`]
  return (
    <span className="min-w-0">
      <span className="font-semibold">{name || t('akimat.building', { number: format.number(index + 1) })}</span>
      {[
        use && t(`dossier.choice.building_use.${use}`),
        area ? `${area}\u00a0${format.unit('m2')}` : t('editor.buildings.no_area'),
        live[`${path}.yearBuilt`],
      ]
        .filter(Boolean)
        .map((part) => ` · ${part}`)
        .join('')}
    </span>
  )
}
