import { describe, expect, test } from 'vitest'
import { pageMeta } from './seo'

const args = (pathname: string, origin: string | null, search = '') => ({
  location: { pathname, search },
  matches: [{ id: 'root', data: origin === null ? undefined : { origin } }],
})

describe('the head of a page', () => {
  const head = pageMeta(args('/ru/sites/BLQ-0042', 'https://alan.example', '?from=map'), {
    title: 'Ремонтно-механический цех № 3',
    description: 'Балхаш, 4 320 м²',
    image: '/files/1.webp',
  })

  test('names the page and the product', () => {
    expect(head).toContainEqual({ title: 'Ремонтно-механический цех № 3 · Алаң' })
    expect(head).toContainEqual({ name: 'description', content: 'Балхаш, 4 320 м²' })
    expect(head).toContainEqual({ property: 'og:locale', content: 'ru_KZ' })
    expect(head).toContainEqual({ property: 'og:image', content: 'https://alan.example/files/1.webp' })
  })

  test('leads to itself without the query and to the other languages', () => {
    expect(head).toContainEqual({
      tagName: 'link',
      rel: 'canonical',
      href: 'https://alan.example/ru/sites/BLQ-0042',
    })
    const alternates = head.flatMap((item) => ('hrefLang' in item ? [[item.hrefLang, item.href]] : []))
    expect(alternates).toEqual([
      ['kk', 'https://alan.example/kk/sites/BLQ-0042'],
      ['ru', 'https://alan.example/ru/sites/BLQ-0042'],
      ['en', 'https://alan.example/en/sites/BLQ-0042'],
      ['x-default', 'https://alan.example/kk/sites/BLQ-0042'],
    ])
  })

  test('keeps the query where it makes another page', () => {
    const found = pageMeta(args('/kk/sites', 'https://alan.example', '?page=2'), {
      title: 'Алаңдар',
      hasCanonicalQuery: true,
    })
    expect(found).toContainEqual({ tagName: 'link', rel: 'canonical', href: 'https://alan.example/kk/sites?page=2' })
  })
})

test('a desk stays out of search engines and has no addresses', () => {
  const head = pageMeta(args('/kk/spk', 'https://alan.example'), { title: 'Өтініштер', isIndexed: false })
  expect(head).toContainEqual({ name: 'robots', content: 'noindex' })
  expect(head.some((item) => 'tagName' in item)).toBe(false)
})

test('without the root loader there is a title and no address', () => {
  const head = pageMeta(args('/en', null), { title: 'Alań' })
  expect(head).toContainEqual({ title: 'Alań' })
  expect(head.some((item) => 'tagName' in item)).toBe(false)
})
