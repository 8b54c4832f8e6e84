import type { Period } from '#app/domain/routing/model'
import { useLanguage } from '#app/platform/i18n/use-language'

/** Days of a period in words; its `until` is the first day on which it no longer holds. */
export function usePeriodWords() {
  const { t, format } = useLanguage()
  return ({ from, until }: Period): string => {
    if (from === null && until === null) return t('responsibility.always')
    if (from === null) return t('responsibility.before', { until: format.date(until ?? '') })
    if (until === null) return t('responsibility.from_day', { from: format.date(from) })
    return t('responsibility.between', { from: format.date(from), until: format.date(until) })
  }
}
