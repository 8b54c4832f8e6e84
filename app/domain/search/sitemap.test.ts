import { writeSitemap } from '#app/domain/search/sitemap'
import { expect, it } from 'vitest'

it('gives every page in every language with its alternates', () => {
  const xml = writeSitemap('https://alan.example', [
    { path: '/', changedAt: null },
    { path: '/sites/BLQ-0042', changedAt: new Date('2026-11-12T20:00:00Z') },
  ])
  expect(xml.match(/<loc>[^<]*<\/loc>/g)).toEqual([
    '<loc>https://alan.example/kk</loc>',
    '<loc>https://alan.example/ru</loc>',
    '<loc>https://alan.example/en</loc>',
    '<loc>https://alan.example/kk/sites/BLQ-0042</loc>',
    '<loc>https://alan.example/ru/sites/BLQ-0042</loc>',
    '<loc>https://alan.example/en/sites/BLQ-0042</loc>',
  ])
  expect(xml.match(/<xhtml:link /g)).toHaveLength(18)
  expect(xml.match(/<lastmod>2026-11-12<\/lastmod>/g)).toHaveLength(3)
})

it('escapes what XML would read as markup', () => {
  expect(writeSitemap('https://a.example', [{ path: '/towns/a&b', changedAt: null }])).toContain('/towns/a&amp;b')
})
