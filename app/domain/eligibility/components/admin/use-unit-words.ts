import type { Parameter } from '#app/domain/eligibility/model'
import { useLanguage } from '#app/platform/i18n/use-language'

/** The unit of a parameter for the box beside its value. */
export function useUnitWords() {
  const { t, format } = useLanguage()
  return (unit: NonNullable<Parameter['unit']>): string => {
    switch (unit) {
      case 'm2':
      case 'ha':
        return format.unit(unit)
      case 'percent':
        return '%'
      case 'kzt':
        return '₸'
      case 'kzt_m2_month':
        return t('rulesets.unit.kzt_m2_month')
      default:
        return t(`rulesets.unit.${unit}`)
    }
  }
}
