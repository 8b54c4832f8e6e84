import { expect, test } from 'vitest'
import { assertSingleLanguage, textsInAnotherLanguage } from '#tests/setup/single-language'

const page = (body: string) => `<html lang="kk"><head><title>Площадки</title></head><body>${body}</body></html>`

test.each([
  ['kk', '<h1>Алаңдар</h1><p>Балқаш, <b>630&nbsp;кВт</b> бос</p>', []],
  ['kk', '<h1>Площадки</h1>', ['Площадки']],
  ['kk', '<p>Здание и земля</p>', ['Здание и земля']],
  ['kk', '<button aria-label="Сохранить">Сақтау</button>', ['Сохранить']],
  ['kk', '<a lang="ru" href="/ru">Русский <b>и прочее</b></a><p>Алаңдар</p>', []],
  ['kk', '<script>"Площадки"</script><!-- Площадки --><img alt="Цех">', []],
  ['ru', '<p>Область Ұлытау, «Алаң»</p>', []],
  ['ru', '<p>Моноқалалар</p>', ['Моноқалалар']],
  ['ru', '<p>Sign in</p>', ['Sign in']],
  ['en', '<p>Site BLQ-0042</p>', []],
  ['en', '<p>Балхаш</p><p lang="ru">Балхаш</p>', ['Балхаш']],
  ['en', '<br><input placeholder="Поиск" disabled><p>Search</p>', ['Поиск']],
] as const)('a page in %s: %s', (language, body, mixed) => {
  expect(textsInAnotherLanguage(page(body), language)).toEqual(mixed)
})

test('a mixed page fails with its texts', () => {
  expect(() => assertSingleLanguage(page('<p>Площадки</p>'), 'en')).toThrow('“Площадки”')
  expect(() => assertSingleLanguage(page('<p>Sites</p>'), 'en')).not.toThrow()
})
