import type { Localized } from '#app/domain/kernel/localized'
import type { EventData, EventType, InquiryEvent, Side } from './clock/model'
import { nameSaid, type TermPoint } from './clock/points'
import type { EventNotes } from './schema'

/** What happened, before it has its place in a log. */
export type NewEntry = {
  [Type in EventType]: {
    type: Type
    side: Side
    actorId?: string | null
    notes?: EventNotes
  } & (object extends EventData[Type] ? { data?: undefined } : { data: EventData[Type] })
}[EventType]

/** An event with what its row says beside it: who caused it, and notes for the history. */
export type LogEntry = { event: InquiryEvent; side: Side; actorId: string | null; notes: EventNotes }

/** The entry that follows the log; never earlier than its last event, whatever the clock of the machine says. */
export function nextEntry(log: readonly InquiryEvent[], entry: NewEntry, at: Date): LogEntry {
  const last = log.at(-1)
  const moment = last && last.at > at ? last.at : at
  const event = { ...entry.data, sequence: (last?.sequence ?? 0) + 1, at: moment, type: entry.type } as InquiryEvent
  return { event, side: entry.side, actorId: entry.actorId ?? null, notes: entry.notes ?? {} }
}

type Arrival = { submittedAt: Date; confirmedAt: Date; body: { id: string; name: Localized } }

/** The log with which a part begins: sent, confirmed, registered and routed to its body in one moment. */
export function arrivalLog({ submittedAt, confirmedAt, body }: Arrival): LogEntry[] {
  const entries: [NewEntry, Date][] = [
    [{ type: 'submitted', side: 'investor' }, submittedAt],
    [{ type: 'confirmed', side: 'investor' }, confirmedAt],
    [{ type: 'registered', side: 'system' }, confirmedAt],
    [{ type: 'routed', side: 'system', data: { bodyId: body.id }, notes: { body: body.name } }, confirmedAt],
  ]
  return entries.reduce<LogEntry[]>(
    (log, [entry, at]) => [
      ...log,
      nextEntry(
        log.map(({ event }) => event),
        entry,
        at,
      ),
    ],
    [],
  )
}

/** The row that stores an entry; its data hold those of the clock and the notes side by side. */
export function rowOfEntry({ event, side, actorId, notes }: LogEntry) {
  const { sequence, at, type, ...data } = event
  return { sequence, type, at, actorKind: side, actorId, data: { ...data, ...notes }, onceKey: nameSaid(event) }
}

/** What the log says when something is said of a term. */
export function entryOfPoint({ kind, clock, startedBy }: TermPoint): NewEntry {
  const name = { clock, startedBy }
  if (kind === 'warned' || kind === 'breached') return { type: kind, side: 'system', data: name }
  return { type: 'escalated', side: 'system', data: { ...name, level: kind } }
}
