import type { FactCode, FactValue } from '#app/domain/eligibility/model'
import type { ReasonView } from '#app/domain/eligibility/view'
import { useLanguage } from '#app/platform/i18n/use-language'

/** A fact or parameter with its value, or that it is missing, as a few words. */
export function useReasonWords(): (reason: ReasonView) => string {
  const { t } = useLanguage()
  const sayFact = useFactWords()
  const sayAmount = useAmountWords()
  return (reason) => {
    if ('fact' in reason) return sayFact(reason.fact, reason.value)
    if (reason.value === null) return t('eligibility.unpublished', { what: reason.label })
    return `${reason.label}: ${sayAmount(reason.value, reason.unit)}`
  }
}

function useFactWords() {
  const { t } = useLanguage()
  const sayValue = useValueWords()
  return (fact: FactCode, value: FactValue | null): string => {
    // The question of the rule is the answer's label.
    if (isZoneAnswer(fact)) return ''
    const what = t(`eligibility.fact.${fact}`)
    return value === null ? t('eligibility.unknown', { what }) : `${what}: ${sayValue(fact, value)}`
  }
}

type ZoneAnswer = Extract<FactCode, `zone_${string}`>

function isZoneAnswer(fact: FactCode): fact is ZoneAnswer {
  return fact.startsWith('zone_')
}

function useValueWords() {
  const { t, format } = useLanguage()
  return (fact: Exclude<FactCode, ZoneAnswer>, value: FactValue): string => {
    if (typeof value === 'number') {
      if (fact === 'floor_area_m2') return format.quantity(value, 'm2')
      if (fact === 'plot_ha') return format.quantity(value, 'ha')
      return fact === 'export_share_pct' ? format.percent(value / 100) : format.money(value)
    }
    switch (fact) {
      case 'site_kind':
        return t(`sites.kind.${value}` as 'sites.kind.land')
      case 'ownership':
        return t(`sites.ownership.${value}` as 'sites.ownership.private')
      case 'electricity':
      case 'water':
        return t(`sites.presence.${value}` as 'sites.presence.none')
      case 'sector':
        return value === 'trade' ? t('eligibility.trade') : t(`sites.sector.${value}` as 'sites.sector.it')
      case 'company_size':
        return t(`eligibility.size.${value}` as 'eligibility.size.small')
      case 'project_kind':
        return t(`eligibility.project_kind.${value}` as 'eligibility.project_kind.new')
      default:
        return fact === 'idle_since' ? format.month(`${value}-01`) : value
    }
  }
}

/** The value of a parameter with its unit. */
export function useAmountWords() {
  const { t, format } = useLanguage()
  return (value: FactValue, unit: Extract<ReasonView, { unit: unknown }>['unit']): string => {
    if (typeof value !== 'number') return value
    switch (unit) {
      case 'm2':
      case 'ha':
        return format.quantity(value, unit)
      case 'percent':
        return format.percent(value / 100)
      case 'kzt':
        return format.moneyExact(value)
      case 'kzt_m2_month':
        return t('eligibility.unit.kzt_m2_month', { value: format.moneyExact(value) })
      case null:
        return format.number(value)
      default:
        return t(`eligibility.unit.${unit}`, { value: format.number(value) })
    }
  }
}
