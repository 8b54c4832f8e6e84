import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeName } from './person-name'

describe('a name', () => {
  it.each([
    'Ж. Қ. Сейтқали',
    'О’Нил',
    "О'Нил",
    'Салтыков-Щедрин',
    'Иванов И.И.',
    'И.И. Иванов',
    'А.Б.Иванов',
    'Ж.-П. Сартр',
    'J. R. R. Tolkien Jr.',
    'J.R.R.Tolkien',
    'и.и. иванов',
    'Әлия Өмірзаққызы',
    'ʻAziz Ибн-Сина, III',
    'ТОО «Бетпақ» (Асан)',
    '王小明',
  ])('may be %s', (name) => {
    expect(looksLikeName(name)).toBe(true)
  })

  it.each([
    'Ваш счёт закрыт, подтвердите на http://evil.example/kz',
    'evil.example',
    'Асан evil.example',
    'www.evil.example',
    'Evil.Example',
    'x.com',
    'счёт.қаз',
    'evil．example',
    'evil。example',
    'evil.\u200Bexample',
    'evil\u00AD.example',
    'evil-bank.kz',
    'mail_1.kz',
    '10.0.0.1',
    'a.b.evil.example',
    'И.evil.example',
    'asan@evil',
    'asan＠evil',
    'tel:+77010000000',
    'evil／kz',
    'evil\\kz',
    '<b>Дана</b>',
  ])('is not %s', (text) => {
    expect(looksLikeName(text)).toBe(false)
  })

  const word = fc.stringMatching(/^[A-ZА-ЯӘҒҚҢӨҰҮІ][a-zа-яәғқңөұүі]{1,9}$/)
  const letter = fc.stringMatching(/^[A-ZА-ЯӘҒҚҢӨҰҮІ]$/)
  const label = fc.stringMatching(/^[A-Za-zа-я0-9][A-Za-zа-я0-9-]{0,8}[A-Za-zа-я0-9]$/)

  it('may have any initials before or after it, with spaces or without', () => {
    fc.assert(
      fc.property(word, fc.array(letter, { minLength: 1, maxLength: 3 }), (surname, initials) => {
        const close = initials.map((one) => `${one}.`).join('')
        const wide = initials.map((one) => `${one}.`).join(' ')
        return [`${surname} ${close}`, `${close}${surname}`, `${close} ${surname}`, `${wide} ${surname}`].every(
          looksLikeName,
        )
      }),
    )
  })

  it('holds no host, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(label, { minLength: 2, maxLength: 4 }), word, (labels, name) => {
        const host = labels.join('.')
        return ![host, `${name} ${host}`, `${host}, ${name}`, `(${host})`, `${name}.${host}`].some(looksLikeName)
      }),
    )
  })
})
