import { addDays, toLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import {
  applyChange,
  assignFrom,
  endOn,
  findOverlaps,
  takeBack,
  type AssignmentChange,
  type KeptAssignment,
} from '#app/domain/routing/assignments'
import type { ServiceAssignment } from '#app/domain/routing/model'
import { chooseBody } from '#app/domain/routing/rules'
import { compareTimelines, gapsFrom, stretchesFrom, timelineOf } from '#app/domain/routing/timeline'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const d = toLocalDate
const today = d('2026-06-08')
const at = (days: number) => addDays(today, days)

const rowsToAssignments = (rows: readonly KeptAssignment[]): ServiceAssignment[] =>
  rows.map(({ bodyId, from, until }) => ({ bodyId, from, until, kind: 'spk', regionKey: 'karaganda' }))

const ask = (rows: readonly KeptAssignment[]) => ({
  ...{ site: {}, regionKey: 'karaganda', platformBodyId: 'platform' },
  assignments: rowsToAssignments(rows),
})

const saryarka: KeptAssignment = { id: '1', bodyId: 'saryarka', from: null, until: null }

describe('who serves a region from a day on', () => {
  it('ends whoever served until then, on that very day', () => {
    expect(assignFrom([saryarka], { bodyId: 'central', from: at(10), until: null }, today)).toEqual({
      ok: true,
      value: {
        end: [{ id: '1', until: at(10) }],
        add: [{ bodyId: 'central', from: at(10), until: null }],
        remove: [],
      },
    })
  })

  const planned: KeptAssignment = { id: '2', bodyId: 'central', from: at(10), until: null }
  const cut = { ...saryarka, until: at(10) }

  it.each<[string, KeptAssignment[], { bodyId: string; from: LocalDate; until: LocalDate | null }, string]>([
    ['the past', [saryarka], { bodyId: 'central', from: at(-1), until: null }, 'past'],
    ['an end before its beginning', [saryarka], { bodyId: 'central', from: at(5), until: at(5) }, 'period'],
    ['the body that serves anyway', [saryarka], { bodyId: 'saryarka', from: at(5), until: null }, 'same_body'],
    ['a day that has its change', [cut, planned], { bodyId: 'third', from: at(10), until: null }, 'begins_then'],
    ['a period with another change in it', [cut, planned], { bodyId: 'third', from: at(5), until: at(11) }, 'overlap'],
    ['an open period before a change', [cut, planned], { bodyId: 'third', from: at(5), until: null }, 'overlap'],
  ])('refuses %s', (_, rows, order, code) => {
    expect(assignFrom(rows, order, today)).toMatchObject({ ok: false, code })
  })

  it('takes back what has not begun, and the one before goes on', () => {
    expect(takeBack([cut, planned], planned, today)).toEqual({
      ok: true,
      value: { end: [{ id: '1', until: null }], add: [], remove: ['2'] },
    })
    expect(takeBack([saryarka], { ...planned, from: today }, today)).toEqual({ ok: false, code: 'past' })
  })

  it('ends a service on a day to come only', () => {
    expect(endOn(saryarka, at(3), today)).toMatchObject({ ok: true })
    expect(endOn(saryarka, at(-3), today)).toEqual({ ok: false, code: 'past' })
    expect(endOn(planned, at(10), today)).toEqual({ ok: false, code: 'period' })
  })
})

describe('the timeline', () => {
  const rows: KeptAssignment[] = [
    { ...saryarka, until: at(10) },
    { id: '2', bodyId: 'central', from: at(12), until: null },
  ]

  it('says the days without an SPK and what a change shifts', () => {
    const before = timelineOf(ask([saryarka]))
    const after = timelineOf(ask(rows))
    expect(stretchesFrom(after, today).map(({ from, bodyId }) => [from, bodyId])).toEqual([
      [today, 'saryarka'],
      [at(10), 'platform'],
      [at(12), 'central'],
    ])
    expect(gapsFrom(after, today)).toMatchObject([{ from: at(10), until: at(12), bodyId: 'platform' }])
    expect(compareTimelines(before, after, today)).toEqual([
      { from: at(10), until: at(12), before: 'saryarka', after: 'platform' },
      { from: at(12), until: null, before: 'saryarka', after: 'central' },
    ])
    expect(compareTimelines(before, before, today)).toEqual([])
  })
})

describe('any dated assignments', () => {
  const offsets = fc.option(fc.integer({ min: -30, max: 60 }).map(at), { nil: null })
  const anyRows = fc.array(fc.record({ bodyId: fc.constantFrom('a', 'b', 'c'), from: offsets, until: offsets }), {
    maxLength: 8,
  })
  const withIds = (rows: { bodyId: string; from: LocalDate | null; until: LocalDate | null }[]): KeptAssignment[] =>
    rows.map((row, index) => ({ ...row, id: String(index) }))

  it('put every day into exactly one stretch, whose body is the one that is chosen on it', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: -40, max: 70 }), (rows, offset) => {
        const question = ask(withIds(rows))
        const day = at(offset)
        const holding = timelineOf(question).filter(
          ({ from, until }) => (from === null || from <= day) && (until === null || day < until),
        )
        expect(holding).toHaveLength(1)
        const { bodyId, reason } = chooseBody({ ...question, day })
        expect(holding[0]).toMatchObject({ bodyId, reason })
      }),
    )
  })

  type Step = { kind: 'assign' | 'end' | 'back'; bodyId: string; from: number; length: number | null; pick: number }
  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.record({
      kind: fc.constantFrom('assign', 'end', 'back'),
      bodyId: fc.constantFrom('a', 'b', 'c'),
      from: fc.integer({ min: -2, max: 40 }),
      length: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
      pick: fc.nat(),
    }),
    { maxLength: 15 },
  )

  function run(rows: KeptAssignment[], step: Step): KeptAssignment[] {
    const picked = rows[step.pick % Math.max(1, rows.length)]
    const until = step.length === null ? null : at(step.from + step.length)
    const verdict =
      step.kind === 'assign'
        ? assignFrom(rows, { bodyId: step.bodyId, from: at(step.from), until }, today)
        : picked && (step.kind === 'end' ? endOn(picked, at(step.from), today) : takeBack(rows, picked, today))
    if (!verdict?.ok) return rows
    return number(applyChange(rows, verdict.value as AssignmentChange))
  }
  const number = (rows: KeptAssignment[]) => rows.map((row, index) => ({ ...row, id: String(index) }))

  it('never overlap, whatever is changed by the rules, and never change a day that has passed', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        let rows = [saryarka]
        for (const step of walk) {
          const next = run(rows, step)
          expect(findOverlaps(next)).toEqual([])
          const past = (some: KeptAssignment[]) => chooseBody({ ...ask(some), day: at(-1) }).bodyId
          expect(past(next)).toBe(past(rows))
          rows = next
        }
      }),
    )
  })
})
