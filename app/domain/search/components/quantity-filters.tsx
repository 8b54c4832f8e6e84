import { searchPath } from '#app/domain/search/address'
import { askedUtilities, freeParameters } from '#app/domain/search/model'
import { unitOf } from '#app/domain/kernel/quantity'
import { priceKinds } from '#app/domain/sites/choices'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Link } from '@remix-run/react'
import { FieldGroup } from '#app/ui/form/field-group'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import type { FilterProps } from './filter-props'

type NumberFieldProps = { name: string; label: string; unit: string; value: number | null; hint?: string }

function NumberField({ name, label, unit, value, hint }: NumberFieldProps) {
  // Without groups: `1,250` in an English page would come back as one and a quarter.
  const text = value === null ? '' : String(value)
  return (
    <TextField
      id={name}
      name={name}
      label={label}
      unit={unit}
      hint={hint}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={text}
    />
  )
}

type PresetLinksProps = {
  counts: Record<number, number>
  chosen: number | null
  show: (value: number) => string
  pathOf: (value: number) => string
}

/** Bounds that can be taken with one press, each with the count that the search would have. */
function PresetLinks({ counts, chosen, show, pathOf }: PresetLinksProps) {
  const { t, href, format } = useLanguage()
  return (
    <ul className="flex flex-col">
      {Object.entries(counts).map(([value, count]) => (
        <li key={value}>
          <Link
            to={href(pathOf(Number(value)))}
            preventScrollReset
            data-plain
            aria-current={chosen === Number(value) ? 'true' : undefined}
            className={`aria-[current]:text-accent hover:text-accent-strong flex min-h-11 items-center justify-between gap-3 no-underline aria-[current]:font-semibold ${count === 0 ? 'text-muted' : 'text-ink'}`}
          >
            <span>{t('search.short.from', { min: show(Number(value)) })}</span>
            <span className="text-muted text-sm font-normal tabular-nums">{format.number(count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

export function PowerFields({ criteria, presets }: FilterProps) {
  const { t, format } = useLanguage()
  return (
    <>
      <NumberField
        name={freeParameters.electricity}
        label={t('search.power')}
        hint={t('search.power_hint')}
        unit={format.unit('kW')}
        value={criteria.free.electricity}
      />
      <PresetLinks
        counts={presets.electricity}
        chosen={criteria.free.electricity}
        show={(value) => format.quantity(value, 'kW')}
        pathOf={(value) => searchPath({ ...criteria, free: { ...criteria.free, electricity: value }, page: 1 })}
      />
    </>
  )
}

export function AreaFields({ criteria, presets }: FilterProps) {
  const { t, format } = useLanguage()
  const fields = (name: 'area' | 'plot', unit: 'm2' | 'ha', min: number | null, max: number | null) => (
    <FieldGroup id={`filter-${name}`} legend={t(`search.label.${name}`)}>
      <div className="grid grid-cols-2 gap-3">
        <NumberField name={`${name}_min`} label={t('search.at_least')} unit={format.unit(unit)} value={min} />
        <NumberField name={`${name}_max`} label={t('search.at_most')} unit={format.unit(unit)} value={max} />
      </div>
    </FieldGroup>
  )
  return (
    <>
      {fields('area', 'm2', criteria.areaMin, criteria.areaMax)}
      <PresetLinks
        counts={presets.area}
        chosen={criteria.areaMax === null ? criteria.areaMin : null}
        show={(value) => format.quantity(value, 'm2')}
        pathOf={(value) => searchPath({ ...criteria, areaMin: value, areaMax: null, page: 1 })}
      />
      {fields('plot', 'ha', criteria.plotMin, criteria.plotMax)}
    </>
  )
}

export function NetworkFields({ criteria }: FilterProps) {
  const { t, format } = useLanguage()
  return (
    <FieldGroup id="filter-networks" legend={t('search.networks')}>
      <div className="grid grid-cols-2 gap-3">
        {askedUtilities
          .filter((utility) => utility !== 'electricity')
          .map((utility) => (
            <NumberField
              key={utility}
              name={freeParameters[utility]}
              label={t(`sites.utility.${utility}`)}
              unit={format.unit(unitOf[utility])}
              value={criteria.free[utility]}
            />
          ))}
      </div>
    </FieldGroup>
  )
}

export function PriceFields({ criteria }: FilterProps) {
  const { t } = useLanguage()
  return (
    <>
      <SelectField
        id="price_kind"
        name="price_kind"
        label={t('search.price_kind')}
        emptyLabel={null}
        defaultValue={criteria.price?.kind ?? 'rent_month'}
        options={priceKinds.map((kind) => ({ value: kind, label: t(`sites.price_kind.${kind}`) }))}
      />
      <NumberField name="price_max" label={t('search.price_max')} unit="₸" value={criteria.price?.max ?? null} />
    </>
  )
}
