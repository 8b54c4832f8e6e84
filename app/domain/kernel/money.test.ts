import { largestTenge, parseTenge } from '#app/domain/kernel/money'
import { describe, expect, it } from 'vitest'

describe('parseTenge', () => {
  it.each([
    ['24 500 000', 24_500_000],
    ['24 500 000 ₸', 24_500_000],
    ['1 250,00', 1250],
    ['0', 0],
    [String(largestTenge), largestTenge],
  ])('reads %j', (text, value) => {
    expect(parseTenge(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['1250,50', 'not_whole'],
    ['-1', 'negative'],
    ['24 млн', 'not_a_number'],
    ['₸', 'not_a_number'],
    [`${largestTenge}0`, 'too_large'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseTenge(text)).toMatchObject({ ok: false, code })
  })
})
