import type { ClockContext, EventData, EventType, InquiryEvent } from '#app/domain/inquiries/clock/model'
import { usualTerms } from '#app/domain/inquiries/clock/model'
import { allowedActions, stateOf } from '#app/domain/inquiries/clock/workflow'
import { addDays, localDateOf } from '#app/domain/kernel/local-date'
import { usualOfficeHours } from '#app/domain/kernel/working-calendar'
import { kazakhCalendar } from '#tests/builders/kazakh-calendar'
import fc from 'fast-check'

export const kazakhClock: ClockContext = { calendar: kazakhCalendar, hours: usualOfficeHours, terms: usualTerms }

/** A moment in Kazakhstan, `2026-03-13 18:45` or with seconds. */
export function moment(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+05:00`)
}

type Entry = {
  [Type in EventType]: [type: Type, at: string, ...data: object extends EventData[Type] ? [] : [EventData[Type]]]
}[EventType]

/** A log in the order written: `logOf(['confirmed', '2026-03-13 18:45'], ['routed', '…', { bodyId: 'spk' }])`. */
export function logOf(...entries: Entry[]): InquiryEvent[] {
  return entries.map(
    ([type, at, data], index) => ({ ...data, sequence: index + 1, at: moment(at), type }) as InquiryEvent,
  )
}

/** An inquiry that arrived then and was routed at once. */
export function arrivedLog(at: string, ...entries: Entry[]): InquiryEvent[] {
  return logOf(
    ['submitted', at],
    ['confirmed', at],
    ['registered', at],
    ['routed', at, { bodyId: 'first' }],
    ...entries,
  )
}

/** Logs made only of allowed events, up to 25 of them, minutes to days apart, from the spring of 2026 on. */
export const anyLog: fc.Arbitrary<InquiryEvent[]> = fc
  .tuple(
    fc.integer({ min: 0, max: 300 * 1440 }),
    fc.array(fc.record({ pick: fc.nat(), wait: fc.integer({ min: 0, max: 6 * 1440 }), flag: fc.boolean() }), {
      maxLength: 25,
    }),
  )
  .map(([start, walk]) => {
    let at = new Date(moment('2026-02-01 00:00').getTime() + start * 60_000)
    const log: InquiryEvent[] = [{ sequence: 1, at, type: 'submitted' }]
    for (const { pick, wait, flag } of walk) {
      at = new Date(at.getTime() + wait * 60_000)
      const actions = allowedActions(stateOf(log))
      const type = actions[pick % actions.length]
      if (type) log.push(makeEvent(type, log.length + 1, at, flag))
    }
    return log
  })

function makeEvent(type: EventType, sequence: number, at: Date, flag: boolean): InquiryEvent {
  const day = localDateOf(at)
  const data = {
    bodyId: flag ? 'first' : 'second',
    isAnswer: flag,
    fixBy: addDays(day, flag ? 3 : 10),
    until: addDays(day, flag ? 30 : 90),
    reason: 'occupied',
    assigneeId: null,
    clock: flag ? ('legal' as const) : ('first_answer' as const),
    startedBy: sequence - 1,
    level: flag ? ('akimat' as const) : ('platform' as const),
  }
  return { ...data, sequence, at, type } as InquiryEvent
}
