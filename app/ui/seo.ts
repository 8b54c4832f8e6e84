import type { MetaDescriptor } from '@remix-run/node'
import { languages, languageOf, languageTags, switchLanguage } from '#app/platform/i18n/language'

type MetaArgs = { location: { pathname: string; search: string }; matches: readonly { id: string; data: unknown }[] }

type PageSummary = {
  /** Words of the page without the product's name. */
  title: string
  description?: string
  /** Path of an own picture, 1200×630. */
  image?: string
  /** false keeps a page out of search engines: desks, slips, anything behind a key. */
  isIndexed?: boolean
  /** Keeps the query in the canonical address; off by default, since filters make endless copies of a page. */
  hasCanonicalQuery?: boolean
}

/**
 * Head of a page: title, description, canonical address, the other languages, robots and Open Graph.
 * Takes what Remix gives to `meta`; the origin comes from the root loader, and without it the addresses are left out.
 */
export function pageMeta({ location, matches }: MetaArgs, page: PageSummary): MetaDescriptor[] {
  const language = languageOf(location.pathname) ?? 'kk'
  const name = language === 'en' ? 'Alań' : 'Алаң'
  const title = page.title === name ? name : `${page.title} · ${name}`
  const origin = originOf(matches)
  const path = location.pathname + (page.hasCanonicalQuery ? location.search : '')
  const isIndexed = page.isIndexed ?? true
  return [
    { title },
    ...(page.description ? [{ name: 'description', content: page.description }] : []),
    { name: 'robots', content: isIndexed ? 'index, follow' : 'noindex' },
    { property: 'og:title', content: title },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: name },
    { property: 'og:locale', content: languageTags[language].replace('-', '_') },
    ...(page.description ? [{ property: 'og:description', content: page.description }] : []),
    ...(origin !== null && page.image ? [{ property: 'og:image', content: origin + page.image }] : []),
    ...(origin !== null && isIndexed ? addresses(origin, path) : []),
  ]
}

function addresses(origin: string, path: string): MetaDescriptor[] {
  const alternate = (hrefLang: string, href: string) => ({ tagName: 'link' as const, rel: 'alternate', hrefLang, href })
  return [
    { tagName: 'link', rel: 'canonical', href: origin + path },
    { property: 'og:url', content: origin + path },
    ...languages.map((language) => alternate(language, origin + switchLanguage(path, language))),
    alternate('x-default', origin + switchLanguage(path, 'kk')),
  ]
}

function originOf(matches: MetaArgs['matches']): string | null {
  const root = matches.find((match) => match?.id === 'root')?.data
  if (typeof root !== 'object' || root === null || !('origin' in root)) return null
  return typeof root.origin === 'string' ? root.origin : null
}
