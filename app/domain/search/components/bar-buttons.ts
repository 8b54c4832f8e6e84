import { listActive, type ActiveCriterion } from '#app/domain/search/active'
import type { PageLanguage } from '#app/platform/i18n/use-language'
import { describeShortly } from './criterion-label'
import type { FilterProps } from './filter-props'

export type BarButton = { label: string; isActive: boolean; count?: string }

export const barGroups = ['sector', 'place', 'power', 'area', 'kind', 'price', 'networks', 'more'] as const
export type BarGroup = (typeof barGroups)[number]

/** The popover in which a criterion is set; null for those set elsewhere (text, map). */
function groupOf(criterion: ActiveCriterion): BarGroup | null {
  switch (criterion.kind) {
    case 'text':
    case 'bbox':
    case 'ring':
      return null
    case 'near':
    case 'region':
    case 'town':
      return 'place'
    case 'free':
      return criterion.utility === 'electricity' ? 'power' : 'networks'
    case 'area':
    case 'plot':
      return 'area'
    case 'sector':
    case 'kind':
    case 'price':
      return criterion.kind
    default:
      return 'more'
  }
}

/** Texts of the bar: the name of a group, or what it is set to, with the number of conditions when they are several. */
export function barButtons({ criteria, names }: FilterProps, words: PageLanguage): Record<BarGroup, BarButton> {
  const active = listActive(criteria).map(({ criterion }) => criterion)
  const button = (group: BarGroup): BarButton => {
    const set = active.filter((criterion) => groupOf(criterion) === group)
    const [first] = set
    if (first === undefined) return { label: words.t(`search.group.${group}`), isActive: false }
    if (set.length === 1 && group !== 'more') return { label: describeShortly(first, words, names), isActive: true }
    return { label: words.t(`search.group.${group}`), isActive: true, count: words.format.number(set.length) }
  }
  return Object.fromEntries(barGroups.map((group) => [group, button(group)])) as Record<BarGroup, BarButton>
}
