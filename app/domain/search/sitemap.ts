import type { Language } from '#app/domain/kernel/localized'

const languages: readonly Language[] = ['kk', 'ru', 'en']

/** A page without its language (`/towns/balkhash`) and when it changed last; null when nobody keeps that. */
export type SitemapPage = { path: string; changedAt: Date | null }

/** Sitemap of the pages in all languages, each naming the others (sitemaps.org 0.9 with xhtml:link). */
export function writeSitemap(origin: string, pages: readonly SitemapPage[]): string {
  const address = (language: Language, path: string) => escape(`${origin}/${language}${path === '/' ? '' : path}`)
  const entry = ({ path, changedAt }: SitemapPage, language: Language) =>
    [
      `<url><loc>${address(language, path)}</loc>`,
      changedAt === null ? '' : `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>`,
      ...languages.map((other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${address(other, path)}"/>`),
      '</url>',
    ].join('')
  const urls = pages.flatMap((page) => languages.map((language) => entry(page, language)))
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
