import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { unitOf, type UtilityKind } from '#app/domain/kernel/quantity'
import type {
  Answer,
  Ownership,
  Presence,
  PriceKind,
  RailAccess,
  RoadSurface,
  SourceKind,
  Tenure,
} from '#app/domain/sites/model'
import type { SectorKey } from '#app/domain/towns/model'
import type { Format, Unit } from '#app/platform/i18n/format'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { TFunction } from 'i18next'

type Say = (value: string) => string

const capacityFields = ['installed', 'used', 'reserved', 'free']

/** Units of the number fields that are not capacities; null for a number without a unit. */
const units: Record<string, Unit | null> = {
  plotHa: 'ha',
  totalAreaM2: 'm2',
  freeAreaM2: 'm2',
  clearHeightM: 'm',
  floors: null,
  wearPct: null,
  distanceM: 'm',
  highwayKm: 'km',
  railKm: 'km',
  railSidingM: 'm',
}

/** What the values of a form's field say in words; null when they say nothing. */
export function useValueWords(incentives: readonly { key: string; name: Localized }[]) {
  const { t, format, lang } = useLanguage()
  const codes = codeWords(t)
  return (name: string, values: readonly string[]): string | null => {
    if (values.length === 0) return null
    const [part, second = '', ...rest] = name.split('.')
    const last = rest.at(-1) ?? second
    if (name === 'photos') return format.number(values.length)
    if (part === 'zone') return values.map((value) => t(`sites.answer.${value as Answer}`)).join(', ')
    const say = (value: string) => {
      if (last === 'incentives') return nameOf(incentives, value, lang)
      if (capacityFields.includes(last)) return format.quantity(Number(value), unitOf[second as UtilityKind])
      return sayNumber(last, value, format) ?? codes[last]?.(value) ?? value
    }
    return values.map(say).join(', ')
  }
}

function sayNumber(last: string, value: string, format: Format): string | null {
  if (last === 'price') return format.moneyExact(Number(value))
  if (last === 'asOf' || last === 'validUntil') return format.date(value)
  if (last === 'idleSince') return format.month(`${value}-01`)
  const unit = units[last]
  if (unit === undefined) return null
  return unit === null ? format.number(Number(value), 6) : format.quantity(Number(value), unit)
}

function codeWords(t: TFunction): Record<string, Say> {
  return {
    presence: (value) => t(`sites.presence.${value as Presence}`),
    source: (value) => t(`sites.source.${value as SourceKind}`),
    ownership: (value) => t(`sites.ownership.${value as Ownership}`),
    tenures: (value) => t(`sites.tenure.${value as Tenure}`),
    priceKind: (value) => t(`sites.price_kind.${value as PriceKind}`),
    priceNegotiable: () => t('ui.state.yes'),
    roadSurface: (value) => t(`sites.road.${value as RoadSurface}`),
    railAccess: (value) => t(`sites.rail.${value as RailAccess}`),
    sectors: (value) => t(`sites.sector.${value as SectorKey}`),
  }
}

function nameOf(incentives: readonly { key: string; name: Localized }[], key: string, lang: 'kk' | 'ru' | 'en') {
  const found = incentives.find((incentive) => incentive.key === key)
  return found ? chooseText(found.name, lang).text : key
}
