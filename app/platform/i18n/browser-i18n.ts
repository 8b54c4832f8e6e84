import type { i18n } from 'i18next'
import type { Language } from './language'

export interface BrowserI18n {
  i18n: i18n
  /** Adds the words of rooms that the first page had no use for. */
  addWords: (rooms: object) => void
}

/**
 * The part of i18next that our words use: nested keys, `{{values}}` and plural forms by `count`, in one language that
 * is loaded. i18next itself would be a tenth of all that a first visit transfers. A missing key is returned as it is.
 */
export function createBrowserI18n(language: Language, words: object): BrowserI18n {
  const known = { ...words }
  const found = new Map<string, unknown>()
  const plural = new Intl.PluralRules(language)
  const find = (form: string) => {
    if (!found.has(form)) found.set(form, lookUp(known, form))
    return found.get(form)
  }
  const translate = (key: string, values: Record<string, unknown> = {}): string => {
    for (const form of formsOf(key, values.count, plural)) {
      const text = find(form)
      if (typeof text === 'string') return fillIn(text, values)
    }
    return key
  }
  const instance = {
    language,
    languages: [language],
    isInitialized: true,
    options: { react: { useSuspense: false, bindI18n: '', bindI18nStore: '' } },
    hasLoadedNamespace: () => true,
    getFixedT: () => translate,
    t: translate,
  }
  return {
    // What react-i18next touches of an instance without events, backends and namespaces.
    i18n: instance as unknown as i18n,
    addWords: (rooms) => {
      Object.assign(known, rooms)
      found.clear()
    },
  }
}

/** Keys to try, the most exact first. */
function formsOf(key: string, count: unknown, plural: Intl.PluralRules): string[] {
  if (typeof count !== 'number') return [key]
  const form = `${key}_${plural.select(count)}`
  return count === 0 ? [`${key}_zero`, form, key] : [form, key]
}

function lookUp(words: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (node, name) =>
        typeof node === 'object' && node !== null && Object.hasOwn(node, name)
          ? (node as Record<string, unknown>)[name]
          : undefined,
      words,
    )
}

function fillIn(text: string, values: Record<string, unknown>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name] ?? '') : whole,
  )
}
