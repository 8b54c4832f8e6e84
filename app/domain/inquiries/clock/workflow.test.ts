import {
  insideEvents,
  workflowStates,
  type EventType,
  type Side,
  type WorkflowState,
} from '#app/domain/inquiries/clock/model'
import { readEvent } from '#app/domain/inquiries/clock/schema'
import {
  allowedActions,
  isClosed,
  pendingExtension,
  replay,
  responsibleBody,
  stateOf,
} from '#app/domain/inquiries/clock/workflow'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { anyLog, arrivedLog, logOf } from '#tests/builders/inquiry-log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const day = '2026-06-08 10:00'
const sides: Side[] = ['investor', 'body', 'system', 'akimat']
const body = { bodyId: 'second' }

/** Enough to reach every state. */
const manyLogs = fc.sample(anyLog, { numRuns: 1000, seed: 7 })

describe('stateOf', () => {
  it.each<[WorkflowState, ReturnType<typeof logOf>]>([
    ['unconfirmed', []],
    ['unconfirmed', logOf(['submitted', day])],
    ['registered', logOf(['submitted', day], ['confirmed', day])],
    ['routed', arrivedLog(day)],
    ['accepted', arrivedLog(day, ['accepted', day])],
    ['routed', arrivedLog(day, ['accepted', day], ['redirected', day, body])],
    ['in_dialogue', arrivedLog(day, ['message_from_body', day, { isAnswer: false }])],
    ['in_dialogue', arrivedLog(day, ['message_from_body', day, { isAnswer: true }], ['message_from_investor', day])],
    ['visit', arrivedLog(day, ['accepted', day], ['visit_proposed', day], ['visit_accepted', day])],
    ['offer', arrivedLog(day, ['accepted', day], ['visit_proposed', day], ['offer_made', day])],
    ['contracted', arrivedLog(day, ['accepted', day], ['offer_made', day], ['contracted', day])],
    ['declined', arrivedLog(day, ['declined', day, { reason: 'occupied' }])],
    ['withdrawn', logOf(['submitted', day], ['withdrawn', day])],
    ['reopened', arrivedLog(day, ['withdrawn', day], ['reopened', day])],
  ])('is %s (case %#)', (state, log) => {
    expect(stateOf(log)).toBe(state)
  })

  it('art. 64.6-64.7: a deficient inquiry is completed and goes on, or is returned', () => {
    const deficient = arrivedLog(day, ['marked_deficient', day, { fixBy: toLocalDate('2026-06-15') }])
    expect(stateOf(deficient)).toBe('deficient')
    expect(stateOf(append(deficient, 'deficiency_fixed'))).toBe('in_dialogue')
    expect(stateOf(append(deficient, 'returned'))).toBe('returned')
  })

  it.each(['spam', 'duplicate'] as const)('taking back %s leads to the state before', (type) => {
    const routed = arrivedLog(day, ['accepted', day], ['visit_proposed', day])
    expect(stateOf(append(append(routed, type), 'reopened'))).toBe('visit')
    expect(stateOf(append(append(logOf(['submitted', day]), type), 'reopened'))).toBe('unconfirmed')
  })

  it('leaves out an event that was not allowed: a second answer to a closed case', () => {
    const closed = arrivedLog(day, ['closed_no_fit', day])
    const log = append(closed, 'message_from_body')
    expect(stateOf(log)).toBe('closed_no_fit')
    expect(replay(log)).toHaveLength(replay(closed).length)
  })
})

describe('the table of states', () => {
  const closedStates = workflowStates.filter(isClosed)
  const openStates = workflowStates.filter((state) => !isClosed(state))

  it('ends in eight states, out of which only reopening leads', () => {
    expect([...closedStates].sort()).toEqual(
      ['closed_no_fit', 'contracted', 'declined', 'duplicate', 'returned', 'spam', 'unreachable', 'withdrawn'].sort(),
    )
    for (const state of closedStates) expect(allowedActions(state)).toEqual(['reopened'])
  })

  it.each(openStates)('lets the investor withdraw from %s (art. 64.9)', (state) => {
    expect(allowedActions(state, 'investor')).toContain('withdrawn')
    expect(allowedActions(state)).not.toContain('reopened')
  })

  it('gives each side its own actions and no action to nobody', () => {
    expect(allowedActions('visit', 'investor').sort()).toEqual([
      'message_from_investor',
      'visit_accepted',
      'visit_times_asked',
      'withdrawn',
    ])
    expect(allowedActions('routed', 'body')).toEqual(expect.arrayContaining(['accepted', 'redirected', 'declined']))
    expect(allowedActions('routed', 'body')).not.toContain('routed')
    for (const state of workflowStates) {
      const bySides = new Set(sides.flatMap((side) => allowedActions(state, side)))
      expect([...bySides].sort()).toEqual(allowedActions(state).sort())
    }
  })

  it('is never entered without confirmation or registration', () => {
    const leading = allowedActions('unconfirmed').filter((type) => !isClosed(stateOf(append([], type))))
    expect(leading.sort()).toEqual(['confirmed', 'registered'])
  })
})

describe('every log made of allowed events', () => {
  it('has exactly one state at each moment, and each event starts where the one before ended', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const steps = replay(log)
        expect(steps).toHaveLength(log.length - 1)
        expect(steps[0]?.from ?? 'unconfirmed').toBe('unconfirmed')
        steps.forEach((step, index) => {
          expect(workflowStates).toContain(step.to)
          expect(allowedActions(step.from)).toContain(step.event.type)
          if (isClosed(step.from)) expect(step.event.type).toBe('reopened')
          if (index > 0) expect(step.from).toBe(steps[index - 1]?.to)
        })
      }),
    )
  })

  it('has the same state in whatever order its events come', () => {
    const shuffled = anyLog.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    )
    fc.assert(
      fc.property(shuffled, ([log, other]) => {
        expect(stateOf(other)).toBe(stateOf(log))
      }),
    )
  })
})

describe('the body of a part', () => {
  it('is exactly one from the routing on, at every moment, whatever happens: nothing is dropped', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const places = log.filter((event) => event.type === 'routed' || event.type === 'redirected')
        log.forEach((_, index) => {
          const sofar = log.slice(0, index + 1)
          const moved = places.filter(({ sequence }) => sequence <= index + 1)
          expect(responsibleBody(sofar)).toBe(moved.at(-1)?.bodyId ?? null)
        })
        const state = stateOf(log)
        const isBefore = ['unconfirmed', 'registered'].includes(state) || !log.some(({ type }) => type === 'routed')
        if (!isClosed(state) && !isBefore) expect(responsibleBody(log)).toMatch(/^(first|second)$/)
      }),
    )
  })
})

describe('art. 76.3: an extension that was asked for', () => {
  const until = toLocalDate('2026-07-20')
  const asked = arrivedLog(day, ['extension_asked', day, { until }])

  it('waits until it is decided', () => {
    expect(pendingExtension(arrivedLog(day))).toBeNull()
    expect(pendingExtension(asked)).toMatchObject({ until })
    expect(pendingExtension([...asked, ...after(asked, ['internal_note', day])])).toMatchObject({ until })
  })

  it.each<[string, Parameters<typeof logOf>[number]]>([
    ['approved', ['extended', day, { until }]],
    ['refused', ['extension_refused', day]],
    ['handed over', ['redirected', day, body]],
    ['answered', ['message_from_body', day, { isAnswer: true }]],
    ['waiting for the investor', ['marked_deficient', day, { fixBy: until }]],
    ['over', ['closed_no_fit', day]],
  ])('is void when the case is %s', (_, entry) => {
    expect(pendingExtension([...asked, ...after(asked, entry)])).toBeNull()
  })

  it('is never known to the investor, and changes neither state nor clock', () => {
    for (const type of insideEvents) {
      for (const state of workflowStates.filter((open) => !isClosed(open))) {
        if (allowedActions(state).includes(type)) expect(stateAfter(state, type)).toBe(state)
      }
    }
  })
})

describe('readEvent', () => {
  const row = { sequence: 4, at: new Date('2026-06-08T05:00:00Z') }

  it('reads a row of the log and drops what does not belong to the event', () => {
    expect(readEvent({ ...row, type: 'routed', data: { bodyId: 'spk', note: 'x' } })).toEqual({
      ...row,
      type: 'routed',
      bodyId: 'spk',
    })
    expect(readEvent({ ...row, type: 'marked_deficient', data: { fixBy: '2026-06-20' } })).toMatchObject({
      fixBy: '2026-06-20',
    })
  })

  it.each([
    ['routed', {}],
    ['message_from_body', { isAnswer: 'yes' }],
    ['marked_deficient', { fixBy: '2026-02-30' }],
    ['declined', { reason: '' }],
    ['accepted', null],
    ['exploded', {}],
    ['toString', {}],
  ])('throws for a row that nobody of ours wrote: %s %j', (type, data) => {
    expect(() => readEvent({ ...row, type, data })).toThrow()
  })
})

function after(log: ReturnType<typeof logOf>, ...entries: Parameters<typeof logOf>): ReturnType<typeof logOf> {
  return logOf(...entries).map((event, index) => ({ ...event, sequence: log.length + index + 1 }))
}

/** The state to which an event leads from a log that has reached that state. */
function stateAfter(state: WorkflowState, type: EventType): WorkflowState {
  const log = manyLogs.find((candidate) => stateOf(candidate) === state)
  if (log === undefined) throw new Error(`no log leads to ${state}`)
  const at = new Date(log.at(-1)?.at.getTime() ?? 0)
  const data = { until: '2027-01-15', clock: 'legal', startedBy: 1, level: 'akimat', assigneeId: null }
  return stateOf([...log, readEvent({ sequence: log.length + 1, at, type, data })])
}

function append(log: ReturnType<typeof logOf>, type: EventType): ReturnType<typeof logOf> {
  const at = new Date('2026-07-01T05:00:00Z')
  return [...log, readEvent({ sequence: log.length + 1, at, type, data: { isAnswer: true } })]
}
