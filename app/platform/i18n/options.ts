import type { InitOptions } from 'i18next'
import type { Language } from './language'

/** The same settings for server and browser: one language, no fallback to another one, keys without namespaces. */
export function i18nOptions(language: Language, words: object): InitOptions {
  return {
    lng: language,
    fallbackLng: false,
    supportedLngs: [language],
    resources: { [language]: { translation: words } },
    nsSeparator: false,
    returnNull: false,
    initImmediate: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  }
}
