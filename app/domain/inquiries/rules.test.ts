import { toLocalDate } from '#app/domain/kernel/local-date'
import { arrivedLog, kazakhClock, moment } from '#tests/builders/inquiry-log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClocks } from './clock/rules'
import type { DueView } from './model'
import {
  answerLanguages,
  confirmationEnd,
  daysToFirstAnswer,
  findDue,
  medianOf,
  nextResendAt,
  projectPart,
  wordDue,
} from './rules'

const d = toLocalDate
const answered = { isAnswer: true }

describe('findDue', () => {
  it.each<[string, Parameters<typeof arrivedLog>, string, Partial<DueView>]>([
    [
      'a new case',
      ['2026-06-08 10:00'],
      '2026-06-08 11:00',
      { key: 'first_answer', ring: 'running', due: d('2026-06-10'), daysLeft: 2 },
    ],
    ['its last day', ['2026-06-08 10:00'], '2026-06-10 14:00', { key: 'first_answer', ring: 'warn', daysLeft: 0 }],
    [
      'the day after',
      ['2026-06-08 10:00'],
      '2026-06-11 10:00',
      { key: 'first_answer', ring: 'breached', daysLeft: -1 },
    ],
    [
      'a first word',
      ['2026-06-08 10:00', ['message_from_body', '2026-06-09 10:00', { isAnswer: false }]],
      '2026-06-09 11:00',
      { key: 'legal', ring: 'running', due: d('2026-06-29') },
    ],
    [
      'an answer',
      ['2026-06-08 10:00', ['message_from_body', '2026-06-09 10:00', answered]],
      '2026-06-09 11:00',
      { key: 'next_step', ring: 'paused', due: null },
    ],
    [
      'a refusal',
      ['2026-06-08 10:00', ['declined', '2026-06-09 10:00', { reason: 'other' }]],
      '2026-06-09 11:00',
      { key: null, ring: 'done', due: null },
    ],
  ])('%s', (_, log, now, expected) => {
    expect(findDue(readClocks(arrivedLog(...log), moment(now), kazakhClock))).toMatchObject(expected)
  })
})

describe('wordDue', () => {
  const due = (changes: Partial<DueView>): DueView => ({
    ...{ key: 'legal', ring: 'running', due: d('2026-06-12'), daysLeft: 3, used: 0.5 },
    ...changes,
  })
  it.each<[DueView, string, string, number]>([
    [due({}), '2026-06-09', 'days', 3],
    [due({ daysLeft: 1 }), '2026-06-11', 'tomorrow', 1],
    [due({ due: d('2026-06-15'), daysLeft: 1 }), '2026-06-12', 'days', 1],
    [due({ daysLeft: 0 }), '2026-06-12', 'today', 0],
    [due({ ring: 'breached', daysLeft: 0 }), '2026-06-12', 'overdue_today', 0],
    [due({ ring: 'breached', daysLeft: -4 }), '2026-06-18', 'overdue', 4],
    [due({ ring: 'paused', due: null }), '2026-06-12', 'waiting', 0],
    [due({ ring: 'done', due: null }), '2026-06-12', 'nothing', 0],
  ])('%j on %s is %s', (view, today, word, count) => {
    expect(wordDue(view, d(today))).toEqual({ word, count })
  })
})

describe('projectPart', () => {
  it('is unconfirmed without a log', () => {
    expect(projectPart([], kazakhClock)).toEqual({ state: 'unconfirmed', dueOn: null, closedAt: null })
  })

  it('ends with the event that closed the case, and lives again when it is reopened', () => {
    const log = arrivedLog('2026-06-08 10:00', ['declined', '2026-06-09 10:00', { reason: 'other' }])
    expect(projectPart(log, kazakhClock)).toEqual({
      state: 'declined',
      dueOn: null,
      closedAt: moment('2026-06-09 10:00'),
    })
    const reopened = arrivedLog(
      '2026-06-08 10:00',
      ['declined', '2026-06-09 10:00', { reason: 'other' }],
      ['reopened', '2026-06-10 10:00'],
    )
    expect(projectPart(reopened, kazakhClock)).toMatchObject({ state: 'reopened', closedAt: null })
  })
})

describe('daysToFirstAnswer', () => {
  it.each<[string, string, number]>([
    ['2026-06-08 10:00', '2026-06-08 16:00', 0],
    ['2026-06-08 10:00', '2026-06-09 09:00', 0],
    ['2026-06-08 10:00', '2026-06-09 18:30', 1],
    ['2026-06-05 19:00', '2026-06-09 13:45', 0.5],
    ['2026-06-05 10:00', '2026-06-06 12:00', 0],
  ])('from %s to %s are %d', (arrived, at, days) => {
    const log = arrivedLog(arrived, ['message_from_body', at, { isAnswer: false }])
    expect(daysToFirstAnswer(log, kazakhClock)).toBeCloseTo(days, 5)
  })

  it('is nothing while nobody has answered', () => {
    expect(daysToFirstAnswer(arrivedLog('2026-06-08 10:00', ['accepted', '2026-06-08 11:00']), kazakhClock)).toBeNull()
  })
})

describe('medianOf', () => {
  it.each([
    [[], null],
    [[4], 4],
    [[9, 1], 5],
    [[3, 1, 2], 2],
    [[1, 100, 2, 3], 2.5],
  ])('of %j is %s', (values, median) => expect(medianOf(values)).toBe(median))

  it('has as many values above as below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (values) => {
        const median = medianOf(values) ?? Number.NaN
        const above = values.filter((value) => value > median).length
        const below = values.filter((value) => value < median).length
        expect(above).toBeLessThanOrEqual(values.length / 2)
        expect(below).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })
})

it('lets the confirmation letter be sent fewer than twenty times in a week, however eager somebody is', () => {
  const submittedAt = moment('2026-06-08 10:00')
  let sent = submittedAt
  let count = 1
  while (sent.getTime() - submittedAt.getTime() < 7 * 86_400_000) {
    sent = nextResendAt(submittedAt, confirmationEnd(sent))
    count += 1
  }
  expect(count).toBeLessThan(20)
  expect(nextResendAt(submittedAt, confirmationEnd(submittedAt))).toEqual(moment('2026-06-08 10:01'))
})

it.each([
  ['kk', ['kk']],
  ['ru', ['kk', 'ru']],
  ['en', ['kk', 'en']],
] as const)('an inquiry in %s may be answered in %j', (language, languages) => {
  expect(answerLanguages(language)).toEqual(languages)
})
