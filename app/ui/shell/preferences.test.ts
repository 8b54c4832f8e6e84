import { expect, test } from 'vitest'
import { preferenceCookies, preferencesOf } from './preferences'

test.each([
  [null, 'auto', false],
  ['alan_theme=dark', 'dark', false],
  ['a=b; alan_vision=high; alan_theme=light', 'light', true],
  ['alan_theme=purple; alan_vision=yes', 'auto', false],
  ['xalan_theme=dark', 'auto', false],
])('the cookies %s', (header, theme, isHighVision) => {
  expect(preferencesOf(header)).toEqual({ theme, isHighVision })
})

test('what a form sets is read back, and nothing else is set', () => {
  const set = preferenceCookies({ theme: 'dark', vision: 'high' })
  expect(preferencesOf(set.map((cookie) => cookie.split(';')[0]).join('; '))).toEqual({
    theme: 'dark',
    isHighVision: true,
  })
  expect(preferenceCookies({ theme: 'dark\r\nSet-Cookie: x=1', vision: null })).toEqual([])
  expect(preferenceCookies({ vision: 'normal' })).toHaveLength(1)
})
