import { writeRail } from '#app/domain/search/address'
import { zoneChoices } from '#app/domain/search/model'
import { siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { FieldGroup } from '#app/ui/form/field-group'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import type { FilterProps } from './filter-props'
import { NearFields } from './near-fields'

type Choice = { key: string; label: string; count: number }

type ChoicesProps = { name: string; legend: string; choices: Choice[]; chosen: readonly string[] }

function Choices({ name, legend, choices, chosen }: ChoicesProps) {
  const { format } = useLanguage()
  return (
    <FieldGroup id={`filter-${name}`} legend={legend}>
      {choices.map(({ key, label, count }) => (
        <CheckboxField
          key={key}
          id={`${name}-${key}`}
          name={name}
          value={key}
          label={
            <span className={`inline-block first-letter:uppercase ${count === 0 ? 'text-muted' : ''}`}>{label}</span>
          }
          aside={format.number(count)}
          defaultChecked={chosen.includes(key)}
        />
      ))}
    </FieldGroup>
  )
}

export function SectorFields({ criteria, facets }: FilterProps) {
  const { t } = useLanguage()
  const choices = sectorKeys.map((key) => ({ key, label: t(`sites.sector.${key}`), count: facets.sector[key] ?? 0 }))
  return <Choices name="sector" legend={t('search.group.sector')} choices={choices} chosen={criteria.sectors} />
}

export function KindFields({ criteria, facets }: FilterProps) {
  const { t } = useLanguage()
  const choices = siteKinds.map((key) => ({ key, label: t(`sites.kind.${key}`), count: facets.kind[key] ?? 0 }))
  return <Choices name="kind" legend={t('search.group.kind')} choices={choices} chosen={criteria.kinds} />
}

export function PlaceFields({ criteria, facets, names }: FilterProps) {
  const { t } = useLanguage()
  const towns = listFacet(facets.town, names.towns)
  const regions = listFacet(facets.region, names.regions)
  return (
    <>
      <NearFields criteria={criteria} />
      <Choices name="town" legend={t('search.towns')} choices={towns} chosen={criteria.towns} />
      <Choices name="region" legend={t('search.regions')} choices={regions} chosen={criteria.regions} />
    </>
  )
}

/** The values that occur, in the order of their names. */
function listFacet(counts: Record<string, number>, names: Record<string, string>): Choice[] {
  return Object.entries(names).flatMap(([key, label]) => {
    const count = counts[key]
    return count === undefined ? [] : [{ key, label, count }]
  })
}

const railDistances = [1, 5, 10, 25]

/** Tenure, zone, rail, height, freshness and measures: what is asked for less often. */
export function TermsFields(props: FilterProps) {
  const { criteria, facets, names } = props
  const { t, format } = useLanguage()
  const tenureChoices = tenures.map((key) => ({
    key,
    label: t(`sites.tenure.${key}`),
    count: facets.tenure[key] ?? 0,
  }))
  const zones = zoneChoices.map((key) => ({ key, label: t(`sites.zone_verdict.${key}`), count: facets.zone[key] ?? 0 }))
  return (
    <>
      <RailField {...props} />
      <TextField
        id="height_min"
        name="height_min"
        label={t('search.label.height')}
        unit={t('ui.unit.m')}
        inputMode="decimal"
        defaultValue={criteria.heightMin ?? ''}
      />
      <CheckboxField
        id="fresh"
        name="fresh"
        value="fresh"
        label={t('search.label.only_fresh')}
        aside={format.number(facets.fresh.fresh ?? 0)}
        defaultChecked={criteria.onlyFresh}
      />
      <Choices name="tenure" legend={t('search.tenures')} choices={tenureChoices} chosen={criteria.tenures} />
      <Choices name="zone" legend={t('search.zone')} choices={zones} chosen={criteria.zones} />
      <Choices
        name="incentive"
        legend={t('search.incentives')}
        choices={listFacet(facets.incentive, names.incentives)}
        chosen={criteria.incentives}
      />
    </>
  )
}

function RailField({ criteria, facets }: FilterProps) {
  const { t, format } = useLanguage()
  const withCount = (label: string, count: number | undefined) => `${label} (${format.number(count ?? 0)})`
  const own = criteria.rail?.kind === 'within_km' ? [criteria.rail.km] : []
  const distances = [...new Set([...railDistances, ...own])].sort((left, right) => left - right)
  return (
    <SelectField
      id="rail"
      name="rail"
      label={t('search.rail')}
      emptyLabel={t('search.any')}
      defaultValue={criteria.rail ? writeRail(criteria.rail) : ''}
      options={[
        { value: 'on_site', label: withCount(t('search.label.rail_on_site'), facets.rail.on_site) },
        { value: 'adjacent', label: withCount(t('search.label.rail_adjacent'), facets.rail.adjacent) },
        ...distances.map((km) => ({
          value: writeRail({ kind: 'within_km', km }),
          label: t('search.label.rail_within', { km: format.quantity(km, 'km') }),
        })),
      ]}
    />
  )
}
