import {
  checkFixBy,
  checkReturn,
  checkUnreachable,
  mayInvestorReopen,
  openDeficiency,
} from '#app/domain/inquiries/step-rules'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { arrivedLog, kazakhClock, moment } from '#tests/builders/inquiry-log'
import { describe, expect, it } from 'vitest'

const d = toLocalDate
const monday = '2026-06-08 10:00'

describe('art. 64.6: a reasonable term to complete the inquiry', () => {
  it.each([
    ['2026-06-10', { ok: false, code: 'fix_too_early', params: { date: '2026-06-11' } }],
    ['2026-06-11', { ok: true, value: '2026-06-11' }],
    ['2026-08-07', { ok: true, value: '2026-08-07' }],
    ['2026-08-08', { ok: false, code: 'fix_too_late', params: { date: '2026-08-07' } }],
  ])('until %s, asked on Monday 8 June', (fixBy, verdict) => {
    expect(checkFixBy(d(fixBy), moment(monday), kazakhClock)).toEqual(verdict)
  })

  it('over New Year counts working days only', () => {
    expect(checkFixBy(d('2027-01-05'), moment('2026-12-30 10:00'), kazakhClock)).toMatchObject({
      code: 'fix_too_early',
    })
    expect(checkFixBy(d('2027-01-06'), moment('2026-12-30 10:00'), kazakhClock).ok).toBe(true)
  })
})

describe('art. 64.7: returned only after the term to complete', () => {
  const marked = arrivedLog(monday, ['marked_deficient', '2026-06-10 12:00', { fixBy: d('2026-06-17') }])

  it.each([
    ['2026-06-11 10:00', { ok: false, code: 'return_early', params: { date: '2026-06-17' } }],
    ['2026-06-17 18:00', { ok: false, code: 'return_early', params: { date: '2026-06-17' } }],
    ['2026-06-18 09:00', { ok: true, value: null }],
    ['2026-06-30 09:00', { ok: true, value: null }],
  ])('at %s', (now, verdict) => {
    expect(checkReturn(marked, moment(now), kazakhClock)).toEqual(verdict)
  })

  it('knows what is open', () => {
    expect(openDeficiency(marked)).toMatchObject({ fixBy: '2026-06-17' })
    expect(openDeficiency(arrivedLog(monday))).toBeNull()
    expect(
      openDeficiency(
        arrivedLog(
          monday,
          ['marked_deficient', '2026-06-10 12:00', { fixBy: d('2026-06-17') }],
          ['deficiency_fixed', '2026-06-11 12:00'],
        ),
      ),
    ).toBeNull()
  })
})

describe('an investor who cannot be reached', () => {
  const written = arrivedLog(monday, ['message_from_body', '2026-06-09 10:00', { isAnswer: false }])

  it.each([
    ['before anybody wrote', arrivedLog(monday), '2026-07-01 10:00', 'never_written'],
    ['a day too early', written, '2026-06-16 18:00', 'silent_early'],
    ['after five working days', written, '2026-06-17 09:00', null],
    [
      'who wrote last',
      arrivedLog(
        monday,
        ['message_from_body', '2026-06-09 10:00', { isAnswer: false }],
        ['message_from_investor', '2026-06-10 10:00'],
      ),
      '2026-07-30 10:00',
      'investor_wrote',
    ],
    [
      'who is asked to complete the inquiry',
      arrivedLog(monday, ['marked_deficient', '2026-06-09 10:00', { fixBy: d('2026-06-17') }]),
      '2026-06-17 09:00',
      null,
    ],
  ])('%s', (_, log, now, code) => {
    const verdict = checkUnreachable(log, moment(now), kazakhClock)
    expect(verdict.ok ? null : verdict.code).toBe(code)
  })
})

describe('art. 64.9: the investor asks anew in an ended case', () => {
  const ended = (...entry: Parameters<typeof arrivedLog>[1][]) => arrivedLog(monday, ...entry)

  it.each([
    ['declined', ended(['declined', '2026-06-10 10:00', { reason: 'other' }]), true],
    ['closed', ended(['closed_no_fit', '2026-06-10 10:00']), true],
    ['withdrawn', ended(['withdrawn', '2026-06-10 10:00']), true],
    ['spam', ended(['spam', '2026-06-10 10:00']), false],
    ['a duplicate', ended(['duplicate', '2026-06-10 10:00']), false],
    ['contracted', ended(['offer_made', '2026-06-09 10:00'], ['contracted', '2026-06-10 10:00']), false],
    ['open', ended(), false],
  ])('may open it when it is %s', (_, log, may) => {
    expect(mayInvestorReopen(log, moment('2026-06-20 10:00'))).toBe(may)
  })

  it('for thirty days', () => {
    const log = ended(['closed_no_fit', '2026-06-10 10:00'])
    expect(mayInvestorReopen(log, moment('2026-07-10 23:00'))).toBe(true)
    expect(mayInvestorReopen(log, moment('2026-07-11 00:00'))).toBe(false)
  })
})
