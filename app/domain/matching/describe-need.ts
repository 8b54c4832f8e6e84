import type { PlaceNames } from '#app/domain/search/card-view'
import type { RailWish } from '#app/domain/search/model'
import { startLarge, type Voice } from '#app/domain/sites/passport/said'
import type { NeedView } from './brief-view'
import { criteria, type Brief, type Criterion } from './model'
import { isQuantityCriterion } from './parameters'
import { unitOfCriterion } from './units'

type Words = Pick<Voice, 't' | 'format'>

/** The needs of a brief in words, in the order in which they are judged. */
export function describeNeeds({ needs }: Brief, names: PlaceNames, words: Words): NeedView[] {
  return criteria.flatMap((criterion) => {
    const need = needs[criterion]
    if (need === undefined) return []
    return {
      criterion,
      label: words.t(`matching.criterion.${criterion}`),
      asked: describeAsked(needs, criterion, names, words),
      importance: need.importance,
      weight: words.t(`matching.importance.${need.importance}`),
    }
  })
}

/** The name of a brief that has no words of its own: the first things it asks for. */
export function describeBrief(brief: Brief, names: PlaceNames, words: Words): string {
  const told = ['sector', 'area', 'plot', 'electricity', 'place'] as const
  const parts = told.filter((criterion) => brief.needs[criterion] !== undefined)
  const chosen = parts.length > 0 ? parts : criteria.filter((criterion) => brief.needs[criterion] !== undefined)
  return startLarge(
    chosen
      .slice(0, 3)
      .map((criterion) => describeAsked(brief.needs, criterion, names, words))
      .join(', '),
  )
}

/** What a need asks for, without its name: "from 500 kW". */
function describeAsked(needs: Brief['needs'], criterion: Criterion, names: PlaceNames, { t, format }: Words): string {
  if (isQuantityCriterion(criterion)) {
    const min = needs[criterion]?.min ?? 0
    return t('search.short.from', { min: format.quantity(min, unitOfCriterion[criterion]) })
  }
  switch (criterion) {
    case 'sector':
      return list(needs.sector?.keys, (key) => t(`sites.sector.${key}`))
    case 'kind':
      return list(needs.kind?.keys, (key) => t(`sites.kind.${key}`))
    case 'tenure':
      return list(needs.tenure?.keys, (key) => t(`sites.tenure.${key}`))
    case 'zone':
      return list(needs.zone?.keys, (key) => t(`sites.zone_verdict.${key}`))
    case 'incentive':
      return list(needs.incentive?.keys, (key) => names.incentives[key] ?? key)
    case 'place':
      return [
        ...(needs.place?.regions ?? []).map((key) => names.regions[key] ?? key),
        ...(needs.place?.towns ?? []).map((key) => names.towns[key] ?? key),
      ].join(', ')
    case 'rail':
      return needs.rail ? describeRail(needs.rail.wish, { t, format }) : ''
    case 'highway':
      return t('search.short.to', { max: format.quantity(needs.highway?.maxKm ?? 0, 'km') })
    case 'price':
      return `${t('search.short.to', { max: format.money(needs.price?.max ?? 0) })}, ${t(`sites.price_kind.${needs.price?.kind ?? 'rent_month'}`)}`
  }
}

function list<Key extends string>(keys: readonly Key[] | undefined, name: (key: Key) => string): string {
  return (keys ?? []).map(name).join(', ')
}

function describeRail(wish: RailWish, { t, format }: Words): string {
  if (wish.kind === 'within_km') return t('search.label.rail_within', { km: format.quantity(wish.km, 'km') })
  return t(wish.kind === 'on_site' ? 'search.label.rail_on_site' : 'search.label.rail_adjacent')
}
