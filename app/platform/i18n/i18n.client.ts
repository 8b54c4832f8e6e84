import { createInstance, type i18n } from 'i18next'
import { defaultLanguage, languageOf, type Language } from './language'
import { i18nOptions } from './options'

const loaders: Record<Language, () => Promise<{ words: object }>> = {
  kk: () => import('#app/locales/kk'),
  ru: () => import('#app/locales/ru'),
  en: () => import('#app/locales/en'),
}

/** Loads the words of the page's language only; resolves before hydration may start. */
export async function initClientI18n(): Promise<i18n> {
  const language = languageOf(window.location.pathname) ?? defaultLanguage
  const { words } = await loaders[language]()
  const instance = createInstance()
  await instance.init(i18nOptions(language, words))
  return instance
}
