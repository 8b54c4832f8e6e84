import { writeRail } from '#app/domain/search/address'
import type { PlaceNames } from '#app/domain/search/card-view'
import { zoneChoices } from '#app/domain/search/model'
import type { Brief, Criterion, QuantityCriterion } from '#app/domain/matching/model'
import { isQuantityCriterion, minParameter } from '#app/domain/matching/parameters'
import { unitOfCriterion } from '#app/domain/matching/units'
import { priceKinds, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { ChoiceList } from './choice-list'

export type NeedFieldsProps = { criterion: Criterion; label: string; brief: Brief; names: PlaceNames }

/** The value of a need; its name stands above, so the labels of the fields are for readers aloud. */
export function NeedFields(props: NeedFieldsProps) {
  const { criterion } = props
  if (isQuantityCriterion(criterion)) return <QuantityField {...props} criterion={criterion} />
  switch (criterion) {
    case 'highway':
      return <HighwayField {...props} />
    case 'rail':
      return <RailField {...props} />
    case 'price':
      return <PriceFields {...props} />
    default:
      return <ListField {...props} criterion={criterion} />
  }
}

function QuantityField({ criterion, label, brief }: NeedFieldsProps & { criterion: QuantityCriterion }) {
  const { format } = useLanguage()
  const name = minParameter(criterion)
  const min = brief.needs[criterion]?.min
  return <NumberField name={name} label={label} unit={format.unit(unitOfCriterion[criterion])} value={min} />
}

function HighwayField({ label, brief }: NeedFieldsProps) {
  const { format } = useLanguage()
  return <NumberField name="highway_max" label={label} unit={format.unit('km')} value={brief.needs.highway?.maxKm} />
}

type NumberFieldProps = { name: string; label: string; unit: string; value: number | undefined }

function NumberField({ name, label, unit, value }: NumberFieldProps) {
  return (
    <TextField
      id={name}
      name={name}
      label={label}
      isLabelHidden
      unit={unit}
      inputMode="decimal"
      autoComplete="off"
      // Without groups: `1,250` in an English page would come back as one and a quarter.
      defaultValue={value === undefined ? '' : String(value)}
    />
  )
}

function PriceFields({ label, brief }: NeedFieldsProps) {
  const { t, format } = useLanguage()
  const price = brief.needs.price
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        id="price_kind"
        name="price_kind"
        label={t('search.price_kind')}
        isLabelHidden
        emptyLabel={null}
        defaultValue={price?.kind ?? 'rent_month'}
        options={priceKinds.map((value) => ({ value, label: t(`sites.price_kind.${value}`) }))}
      />
      <NumberField name="price_max" label={label} unit={format.unit('KZT')} value={price?.max} />
    </div>
  )
}

const railDistances = [1, 5, 10, 25]

function RailField({ label, brief }: NeedFieldsProps) {
  const { t, format } = useLanguage()
  const wish = brief.needs.rail?.wish
  const own = wish?.kind === 'within_km' ? [wish.km] : []
  const distances = [...new Set([...railDistances, ...own])].sort((left, right) => left - right)
  return (
    <SelectField
      id="rail"
      name="rail"
      label={label}
      isLabelHidden
      emptyLabel={t('search.any')}
      defaultValue={wish ? writeRail(wish) : ''}
      options={[
        { value: 'on_site', label: t('search.label.rail_on_site') },
        { value: 'adjacent', label: t('search.label.rail_adjacent') },
        ...distances.map((km) => ({
          value: writeRail({ kind: 'within_km', km }),
          label: t('search.label.rail_within', { km: format.quantity(km, 'km') }),
        })),
      ]}
    />
  )
}

type ListCriterion = 'sector' | 'kind' | 'place' | 'tenure' | 'zone' | 'incentive'

function ListField({ criterion, label, brief: { needs }, names }: NeedFieldsProps & { criterion: ListCriterion }) {
  const { t } = useLanguage()
  const of = <Key extends string>(keys: readonly Key[], say: (key: Key) => string) =>
    keys.map((key) => ({ key, label: say(key) }))
  const named = (rows: Record<string, string>) => Object.entries(rows).map(([key, name]) => ({ key, label: name }))
  const choices = {
    sector: () => of(sectorKeys, (key) => t(`sites.sector.${key}`)),
    kind: () => of(siteKinds, (key) => t(`sites.kind.${key}`)),
    tenure: () => of(tenures, (key) => t(`sites.tenure.${key}`)),
    zone: () => of(zoneChoices, (key) => t(`sites.zone_verdict.${key}`)),
    incentive: () => named(names.incentives),
  }
  const groups =
    criterion === 'place'
      ? [
          { name: 'town', title: t('search.towns'), choices: named(names.towns), chosen: needs.place?.towns },
          { name: 'region', title: t('search.regions'), choices: named(names.regions), chosen: needs.place?.regions },
        ]
      : [{ name: criterion, choices: choices[criterion](), chosen: needs[criterion]?.keys }]
  return <ChoiceList label={label} groups={groups} />
}
