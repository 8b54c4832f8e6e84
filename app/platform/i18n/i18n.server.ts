import { createInstance, type i18n, type TFunction } from 'i18next'
import type { Words } from '#app/locales/words'
import { createBrowserI18n } from './browser-i18n'
import { isLanguage, type Language } from './language'
import { i18nOptions } from './options'

const files = import.meta.glob<Partial<Words>>('../../locales/*/*.json', { eager: true, import: 'default' })

/** All rooms of one language, also those that the browser never needs. */
export function wordsOf(language: Language): Words {
  const own = Object.entries(files).filter(([path]) => path.includes(`/${language}/`))
  return Object.assign({}, ...own.map(([, room]) => room)) as Words
}

const instances = new Map<Language, i18n>()

/**
 * The i18next instance of a language. Language and texts never change after start,
 * so all requests in one language share it.
 */
export function createServerI18n(language: Language): i18n {
  const known = instances.get(language)
  if (known) return known
  const instance = createInstance()
  void instance.init(i18nOptions(language, wordsOf(language)))
  instances.set(language, instance)
  return instance
}

const pageInstances = new Map<Language, i18n>()

/** The same words for rendering: the translator of the browser needs a fifth of the time, and a page asks it hundreds of times. */
export function pageI18n(language: Language): i18n {
  const known = pageInstances.get(language) ?? createBrowserI18n(language, wordsOf(language)).i18n
  pageInstances.set(language, known)
  return known
}

/** `t` of one language, for loaders, mails and the API. */
export function translator(language: Language): TFunction {
  return createServerI18n(language).getFixedT(language)
}

/** Language of a route's `:lang` parameter; throws the 404 response when it is none of ours. */
export function requireLanguage(parameter: string | undefined): Language {
  if (isLanguage(parameter)) return parameter
  throw new Response(null, { status: 404 })
}
