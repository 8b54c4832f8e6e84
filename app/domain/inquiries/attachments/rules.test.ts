import { isLyingName } from '#app/domain/inquiries/attachments/rules'
import { expect, it } from 'vitest'

it.each([
  ['plan.pdf', 'application/pdf', false],
  ['ПЛАН.PDF', 'application/pdf', false],
  ['photo.jpeg', 'image/jpeg', false],
  ['plan', 'application/pdf', false],
  ['plan 12.05.2026', 'application/pdf', false],
  ['plan.exe.pdf', 'application/pdf', false],
  ['plan.pdf', 'image/png', true],
  ['plan.pdf.exe', 'application/pdf', true],
  ['plan.html', 'application/pdf', true],
  ['plan\u202Efdp.exe', 'application/pdf', true],
  ['photo.png', 'image/jpeg', true],
])('whether «%s» lies about %s: %s', (name, type, isLie) => {
  expect(isLyingName(name, type)).toBe(isLie)
})
