import { checkChoice, checkProposal, groupByDay, overlaps, spanOf } from '#app/domain/inquiries/visits/rules'
import { AcceptVisitSchema, ProposalSchema } from '#app/domain/inquiries/visits/schema'
import type { VisitLine } from '#app/domain/inquiries/visits/model'
import { moment } from '#tests/builders/inquiry-log'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'

const now = moment('2026-06-08 10:00')
const at = (text: string) => moment(`2026-06-${text}`)

describe('checkProposal', () => {
  const propose = (times: string[], busy: string[] = [], minutes = 60) =>
    checkProposal(
      { times: times.map(at), minutes },
      busy.map((time) => spanOf(at(time), 60)),
      now,
    )

  it.each([
    ['one time', ['10 11:00'], [], null],
    ['three times', ['10 11:00', '11 11:00', '12 11:00'], [], null],
    ['back to back', ['10 11:00', '10 12:00'], [], null],
    ['beside an agreed one', ['10 11:00'], ['10 12:00', '10 10:00'], null],
    ['in the past', ['08 09:59'], [], 'visit_past'],
    ['at this moment', ['08 10:00'], [], 'visit_past'],
    ['the second in the past', ['10 11:00', '07 11:00'], [], 'visit_past'],
    ['twice the same', ['10 11:00', '10 11:00'], [], 'visit_same'],
    ['overlapping', ['10 11:00', '10 11:59'], [], 'visit_same'],
    ['over an agreed one', ['10 11:00'], ['10 11:30'], 'visit_busy'],
  ])('%s', (_, times, busy, code) => {
    const verdict = propose(times, busy)
    expect(verdict.ok ? null : verdict.code).toBe(code)
  })

  it('names the time that is wrong, and does not go beyond half a year', () => {
    expect(propose(['10 11:00', '07 11:00'])).toMatchObject({ params: { place: 2 } })
    const far = checkProposal({ times: [moment('2026-12-10 10:00')], minutes: 60 }, [], now)
    expect(far).toEqual({ ok: false, code: 'visit_far', params: { place: 1, days: 180 } })
  })
})

describe('checkChoice', () => {
  const offer = { times: [at('10 11:00'), at('11 11:00')], minutes: 90 }

  it('takes one of the times, while it is ahead and its official is free', () => {
    expect(checkChoice(offer, at('10 11:00'), [], now)).toEqual({
      ok: true,
      value: { start: at('10 11:00'), end: at('10 12:30') },
    })
    expect(checkChoice(offer, at('10 12:00'), [], now)).toMatchObject({ code: 'visit_not_offered' })
    expect(checkChoice(offer, at('10 11:00'), [], at('10 11:00'))).toMatchObject({ code: 'visit_past' })
    expect(checkChoice(offer, at('10 11:00'), [spanOf(at('10 12:00'), 60)], now)).toMatchObject({ code: 'visit_busy' })
  })
})

describe('overlaps', () => {
  const minutes = fc.integer({ min: 0, max: 10_000 })
  const span = fc
    .tuple(minutes, fc.integer({ min: 1, max: 240 }))
    .map(([start, length]) => spanOf(new Date(now.getTime() + start * 60_000), length))

  it('is the same from both sides, and true exactly when a moment is shared', () => {
    fc.assert(
      fc.property(span, span, (left, right) => {
        expect(overlaps(left, right)).toBe(overlaps(right, left))
        const begins = [left.start, right.start].map((date) => date.getTime())
        const isShared = begins.some((time) =>
          [left, right].every(({ start, end }) => start.getTime() <= time && time < end.getTime()),
        )
        expect(overlaps(left, right)).toBe(isShared)
      }),
    )
  })
})

describe('groupByDay', () => {
  it('puts a visit on its day in Kazakhstan, the earliest first', () => {
    const line = (startsAt: string | null) => ({ startsAt }) as VisitLine
    const days = groupByDay([line('2026-06-10T19:30:00.000Z'), line(null), line('2026-06-10T05:00:00.000Z')])
    expect(days.map(({ day, lines }) => [day, lines.length])).toEqual([
      ['2026-06-10', 1],
      ['2026-06-11', 1],
    ])
  })
})

describe('the forms', () => {
  const typed = {
    form: randomUUID(),
    minutes: '60',
    place: 'Цех № 3',
    contact: 'Айгерим, +7 701',
    time1: '2026-06-10T11:00',
  }

  it('read times by the clock of Kazakhstan, empty ones as none', () => {
    expect(ProposalSchema.parse({ ...typed, time2: '' })).toMatchObject({
      time1: at('10 11:00'),
      time2: null,
      text: null,
    })
  })

  it.each([
    ['time1', '2026-06-31T11:00'],
    ['time1', '2026-06-10T24:00'],
    ['time1', '10.06.2026 11:00'],
    ['time1', '<script>alert(1)</script>'],
    ['time1', ''],
    ['minutes', '61'],
    ['minutes', '1e9'],
    ['place', ''],
    ['place', 'x'.repeat(100_000)],
    ['contact', 'a\r\nBcc: everybody@example.com'],
    ['visit', "' OR 1=1"],
    ['text', 'x'.repeat(100_000)],
  ])('refuse %s %s', (name, value) => {
    const result = ProposalSchema.safeParse({ ...typed, [name]: value })
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([name])
  })

  it('refuse a time that is none', () => {
    const choice = { form: randomUUID(), part: '1', visit: randomUUID(), time: '2026-06-10T06:00:00.000Z' }
    expect(AcceptVisitSchema.parse(choice).time).toEqual(at('10 11:00'))
    expect(AcceptVisitSchema.safeParse({ ...choice, time: 'tomorrow' }).success).toBe(false)
  })
})
