export const languages = ['kk', 'ru', 'en'] as const
export type Language = (typeof languages)[number]

/** Kazakh is the state language and the first one of the product. */
export const defaultLanguage: Language = 'kk'

/** Name of each language in itself, short form for the switch. */
export const languageNames: Record<Language, { short: string; full: string }> = {
  kk: { short: 'Қаз', full: 'Қазақша' },
  ru: { short: 'Рус', full: 'Русский' },
  en: { short: 'Eng', full: 'English' },
}

/** BCP 47 tags for `lang`, `hreflang` and Open Graph. */
export const languageTags: Record<Language, string> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en' }

export function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((language) => language === value)
}

/** Language of a path such as `/ru/sites`; null when the first segment is not a language. */
export function languageOf(pathname: string): Language | null {
  const segment = pathname.split('/')[1]
  return isLanguage(segment) ? segment : null
}

/** Path inside a language: `pathIn('kk', '/sites')` is `/kk/sites`, `pathIn('kk', '/')` is `/kk`. */
export function pathIn(language: Language, path: string): string {
  return path === '/' ? `/${language}` : `/${language}${path}`
}

/** The same page and query in another language; a path without a language gets one in front. */
export function switchLanguage(pathAndSearch: string, language: Language): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(pathAndSearch) ?? []
  const current = languageOf(path)
  const inner = current === null ? path : path.slice(current.length + 1)
  return `/${language}${inner === '/' ? '' : inner}${rest}`
}

/**
 * Language of a visitor whose address names none: the cookie if it holds one, else the best of an
 * `Accept-Language` header, else Kazakh. Unreadable headers count as absent.
 */
export function preferredLanguage(
  cookie: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Language {
  if (isLanguage(cookie)) return cookie
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wishes) if (isLanguage(language)) return language
  return defaultLanguage
}
