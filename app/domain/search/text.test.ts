import { allowMistakes, indexText, isNearly, readQuery, scoreText } from '#app/domain/search/text'
import { expect, it } from 'vitest'

const text = indexText(
  ['Жөндеу-механикалық цех № 3', 'Ремонтно-механический цех № 3', ''],
  ['ул. Ленина, 118', 'Теміртау', 'Темиртау', 'Temirtau', 'Қарағанды облысы', 'Карагандинская область'],
  'TMT-0042',
)

const score = (q: string) => scoreText(text, readQuery(q))

it.each([
  'цех',
  'ЦЕХА',
  'цехов',
  'механический',
  'механическая',
  'ремонтно',
  'Теміртау',
  'темиртау',
  'Temirtau',
  'temirtaý',
  'ленина 118',
  'TMT-0042',
  'tmt0042',
  '0042',
  'карагандинской области',
  'цех темиртау',
  '№ 3',
])('%s finds it', (q) => {
  expect(score(q)).toBeGreaterThan(1)
})

it.each(['склад', 'цех балхаш', 'TMT-0043', 'школа', 'цех № 4'])('%s does not', (q) => {
  expect(score(q)).toBe(0)
})

it.each(['', '   ', '—!?'])('a query without words (%j) is answered by everything', (q) => {
  expect(score(q)).toBe(1)
})

it('weighs the name above the place, and the start of a word above its middle', () => {
  expect(score('цех')).toBeGreaterThan(score('темиртау'))
  expect(score('темир')).toBeGreaterThan(score('миртау'))
})

it.each(['zhezkazgan', 'Жезқазған', 'жезказган', 'Джезказган', 'жесказган', 'жезкзаган'])(
  '%s finds Zhezkazgan',
  (q) => {
    const town = indexText(['Цех'], ['Жезқазған', 'Жезказган', 'Zhezkazgan'], 'ZHZ-0001')
    const [token] = readQuery(q)
    if (!token) throw new Error('no word')
    const loose = allowMistakes(token)
    const exact = scoreText(town, [token])
    expect(Math.max(exact, loose ? scoreText(town, [loose]) : 0)).toBeGreaterThan(1)
    expect(scoreText(town, readQuery('Жезқазған'))).toBeGreaterThanOrEqual(exact)
  },
)

it.each(['складские', 'складского', 'склады', 'sklad'])('%s finds склад', (q) => {
  expect(scoreText(indexText(['Склад базы'], [], 'BLQ-0001'), readQuery(q))).toBeGreaterThan(1)
})

it.each([
  ['sklad', 'sklat', 1, true],
  ['sklad', 'skald', 1, true],
  ['sklad', 'sklads', 1, true],
  ['sklad', 'sled', 1, false],
  ['balkash', 'balkahs', 1, true],
  ['balkash', 'bakls', 2, false],
])('%s and %s with %i mistakes: %s', (left, right, mistakes, nearly) => {
  expect(isNearly(left, right, mistakes)).toBe(nearly)
  expect(isNearly(right, left, mistakes)).toBe(nearly)
})

it('allows no mistakes in numbers and short words', () => {
  const allowed = readQuery('цех 1234567 склад механический').map((token) => allowMistakes(token)?.mistakes ?? 0)
  expect(allowed).toEqual([1, 0, 1, 2])
})
