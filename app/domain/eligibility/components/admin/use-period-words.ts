import { useLanguage } from '#app/platform/i18n/use-language'

/** When a version holds, in words. */
export function usePeriodWords() {
  const { t, format } = useLanguage()
  return ({ validFrom, validUntil }: { validFrom: string; validUntil: string | null }): string =>
    validUntil === null
      ? t('rulesets.from', { date: format.date(validFrom) })
      : t('rulesets.period', { from: format.date(validFrom), until: format.date(validUntil) })
}
