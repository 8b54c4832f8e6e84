import { indexText, readQuery, scoreText } from '#app/domain/search/text'
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
