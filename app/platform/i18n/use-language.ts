import { useMemo } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { makeFormat, type Format } from './format'
import { defaultLanguage, isLanguage, pathIn, type Language } from './language'

export type PageLanguage = {
  t: TFunction
  lang: Language
  format: Format
  /** Address of one of our pages in this language: `href('/sites')`. */
  href: (path: string) => string
}

/** Words, numbers, dates and addresses in the language of the page. */
export function useLanguage(): PageLanguage {
  const { t, i18n } = useTranslation()
  const lang = isLanguage(i18n.language) ? i18n.language : defaultLanguage
  return useMemo(
    () => ({ t, lang, format: makeFormat(lang, t), href: (path: string) => pathIn(lang, path) }),
    [t, lang],
  )
}
