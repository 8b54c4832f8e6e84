import type { ActiveCriterion } from '#app/domain/search/active'
import type { PlaceNames } from '#app/domain/search/card-view'
import type { Near } from '#app/domain/search/model'
import { unitOf } from '#app/domain/kernel/quantity'
import type { PageLanguage } from '#app/platform/i18n/use-language'

type Words = Pick<PageLanguage, 't' | 'format'>

/** What a criterion asks for, in words: "Electricity from 400 kW". */
export function describeCriterion(criterion: ActiveCriterion, words: Words, names: PlaceNames): string {
  const { t } = words
  switch (criterion.kind) {
    case 'text':
      return `«${criterion.q}»`
    case 'sector':
      return t(`sites.sector.${criterion.key}`)
    case 'kind':
      return t(`sites.kind.${criterion.key}`)
    case 'region':
      return names.regions[criterion.key] ?? criterion.key
    case 'town':
      return names.towns[criterion.key] ?? criterion.key
    case 'incentive':
      return names.incentives[criterion.key] ?? criterion.key
    case 'tenure':
      return t(`sites.tenure.${criterion.key}`)
    case 'zone':
      return t('search.label.zone', { verdict: t(`sites.zone_verdict.${criterion.key}`) })
    case 'fresh':
      return t('search.label.only_fresh')
    case 'bbox':
      return t('search.label.bbox')
    case 'ring':
      return t('search.label.ring')
    case 'near':
      return describeNear(criterion.near, words)
    default:
      return describeQuantity(criterion, words)
  }
}

function describeNear({ withinKm }: Near, { t, format }: Words): string {
  if (withinKm === null) return t('search.label.near')
  return t('search.label.near_within', { km: format.quantity(withinKm, 'km') })
}

type Quantity = Extract<ActiveCriterion, { kind: 'area' | 'plot' | 'free' | 'rail' | 'height' | 'price' }>

function describeQuantity(criterion: Quantity, { t, format }: Words): string {
  switch (criterion.kind) {
    case 'area':
      return range(t('search.label.area'), criterion, (value) => format.quantity(value, 'm2'), t)
    case 'plot':
      return range(t('search.label.plot'), criterion, (value) => format.quantity(value, 'ha'), t)
    case 'height':
      return t('search.range.from', { name: t('search.label.height'), min: format.quantity(criterion.min, 'm') })
    case 'free':
      return t('search.range.from', {
        name: t(`sites.utility.${criterion.utility}`),
        min: format.quantity(criterion.min, unitOf[criterion.utility]),
      })
    case 'price':
      return t('search.range.to', {
        name: t(`sites.price_kind.${criterion.price.kind}`),
        max: format.money(criterion.price.max),
      })
    case 'rail':
      return describeRail(criterion.rail, { t, format })
  }
}

function describeRail(rail: Extract<ActiveCriterion, { kind: 'rail' }>['rail'], { t, format }: Words): string {
  if (rail.kind === 'within_km') return t('search.label.rail_within', { km: format.quantity(rail.km, 'km') })
  return t(rail.kind === 'on_site' ? 'search.label.rail_on_site' : 'search.label.rail_adjacent')
}

type Range = { min: number | null; max: number | null }

function range(name: string, { min, max }: Range, show: (value: number) => string, t: Words['t']): string {
  if (min === null) return t('search.range.to', { name, max: show(max ?? 0) })
  if (max === null) return t('search.range.from', { name, min: show(min) })
  return t('search.range.between', { name, min: show(min), max: show(max) })
}

/** The same for a button whose place already says what it is about: "from 400 kW". */
export function describeShortly(criterion: ActiveCriterion, words: Words, names: PlaceNames): string {
  const { t, format } = words
  switch (criterion.kind) {
    case 'area':
      return shortRange(criterion, (value) => format.quantity(value, 'm2'), t)
    case 'plot':
      return shortRange(criterion, (value) => format.quantity(value, 'ha'), t)
    case 'price':
      return t('search.short.to', { max: format.money(criterion.price.max) })
    case 'free':
      return criterion.utility === 'electricity'
        ? t('search.short.from', { min: format.quantity(criterion.min, 'kW') })
        : describeCriterion(criterion, words, names)
    case 'near':
      return describeNearShortly(criterion.near, words)
    default:
      return describeCriterion(criterion, words, names)
  }
}

function describeNearShortly({ withinKm }: Near, { t, format }: Words): string {
  return withinKm === null ? t('search.near.short') : t('search.short.to', { max: format.quantity(withinKm, 'km') })
}

function shortRange({ min, max }: Range, show: (value: number) => string, t: Words['t']): string {
  if (min === null) return t('search.short.to', { max: show(max ?? 0) })
  if (max === null) return t('search.short.from', { min: show(min) })
  return t('search.short.between', { min: show(min), max: show(max) })
}
