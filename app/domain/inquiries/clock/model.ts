import type { LocalDate } from '#app/domain/kernel/local-date'
import type { OfficeHours, WorkingCalendar } from '#app/domain/kernel/working-calendar'

/** What each event carries beside its place in the log and its moment. Who did it stands in the log, not here. */
export type EventData = {
  submitted: object
  /** The link in the e-mail was opened: the inquiry has arrived. */
  confirmed: object
  /** The slip was issued (art. 64.2). Also the arrival, when nothing had to be confirmed. */
  registered: object
  routed: { bodyId: string }
  /** "Not ours": `bodyId` has it now (art. 65). */
  redirected: { bodyId: string }
  /** The body ended and `bodyId` has taken over all it had, with its terms as they run. */
  succeeded: { bodyId: string }
  accepted: object
  message_from_investor: object
  /** `isAnswer`: this is the answer that the law asks for (art. 76.1), not a message on the way to it. */
  message_from_body: { isAnswer: boolean }
  internal_note: object
  /** `fixBy`: last day for the investor to complete the inquiry (art. 64.6). */
  marked_deficient: { fixBy: LocalDate }
  deficiency_fixed: object
  returned: object
  extended: { until: LocalDate }
  /** An officer asks the head for an extension (art. 76.3); the body's own affair until it is decided. */
  extension_asked: { until: LocalDate }
  extension_refused: object
  declined: { reason: string }
  visit_proposed: object
  visit_accepted: object
  /** The investor can come at none of the times. */
  visit_times_asked: object
  visit_moved: object
  visit_cancelled: object
  offer_made: object
  contracted: object
  closed_no_fit: object
  withdrawn: object
  unreachable: object
  duplicate: object
  spam: object
  reopened: object
  /** The head or the officer gave the case to somebody of the body; null: back to the desk. */
  assigned: { assigneeId: string | null }
  /** A term has used its warning share; `clock` and `startedBy` name the term for good. */
  warned: TermName
  /** A term was not kept. */
  breached: TermName
  /** The breach was told to the next one above the body. */
  escalated: TermName & { level: EscalationLevel }
  /** A question to the akimat of a site; no clock waits for its answer. */
  akimat_asked: object
  akimat_answered: object
}

/** Names a term of a part for good: its kind, and the event that began it. */
export type TermName = { clock: ClockKey; startedBy: number }

/** Who is told above the body: the region's akimat, then the platform. */
export const escalationLevels = ['akimat', 'platform'] as const
export type EscalationLevel = (typeof escalationLevels)[number]

export type EventType = keyof EventData

/** One entry of the append-only log of one part; `sequence` orders the log, not the array it comes in. */
export type InquiryEvent = {
  [Type in EventType]: { sequence: number; at: Date; type: Type } & EventData[Type]
}[EventType]

/** Working days of each term, and the share of a term after which a warning goes out. */
export type ClockTerms = {
  /** Answer from registration; art. 76.1. */
  legal: number
  /** Redirect from arrival; art. 65.1. */
  redirect: number
  /** Notice of an extension from its decision; art. 76.3. */
  extensionNotice: number
  /** Longest extension, in months from its decision; art. 76.3. */
  extensionMonths: number
  /** Return of an inquiry that was not completed, from the day it should have been; art. 64.7. */
  return: number
  /** Service promise: first human answer from registration. */
  firstAnswer: number
  /** Service promise: next step from the investor's last message. */
  nextStep: number
  warnShare: number
}

/** Terms of the Administrative Procedural Code as amended by law 241-VIII of 17.12.2025 (sla.json), and our promise. */
export const usualTerms: ClockTerms = {
  legal: 15,
  redirect: 3,
  extensionNotice: 3,
  extensionMonths: 2,
  return: 3,
  firstAnswer: 2,
  nextStep: 3,
  warnShare: 0.75,
}

/** What the service promises to cases registered from that day on; the terms of the law are not in it. */
export type ClockVersion = {
  from: LocalDate
  version: number
  promise: Pick<ClockTerms, 'firstAnswer' | 'nextStep' | 'warnShare'>
  hours: OfficeHours
}

export type ClockContext = {
  calendar: WorkingCalendar
  hours: OfficeHours
  terms: ClockTerms
  /** Versions of the promise by day of registration, and what held before the first of them; left out, one holds for all. */
  dated?: { versions: readonly ClockVersion[]; hours: OfficeHours; terms: ClockTerms }
}

/** `legal`, `redirect`, `return` are the law's; `first_answer`, `next_step` are the service promise. */
export const clockKeys = ['legal', 'redirect', 'return', 'first_answer', 'next_step'] as const
export type ClockKey = (typeof clockKeys)[number]

/**
 * `running`; `paused` while waiting for the investor; `met` in time; `breached` (stays so when it is met late);
 * `stopped` by an event that makes the term void.
 */
export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'stopped'

export type Clock = {
  key: ClockKey
  state: ClockState
  /** Sequence of the event that began the term: with the key it names the term for good. */
  startedBy: number
  /** Day the term is counted from; the first counted day is the next one (art. 76.2). */
  startedOn: LocalDate
  /** Last day of the term; while it is paused, the day it would end if it went on today. Null when nothing is owed. */
  due: LocalDate | null
  /** The moment on which the office closes on that day; null when paused or nothing is owed. */
  deadline: Date | null
  workingDaysTotal: number
  /** After today; 0 on the last day, negative when overdue. */
  workingDaysLeft: number
  /** Part of the working time of the term that is used, 0 … 1. */
  usedShare: number
  /** Running and at or beyond the warning share. */
  isWarning: boolean
  endedAt: Date | null
}

/** A term that was not kept. Key and `startedBy` together occur once, so that it is recorded once. */
export type Breach = { key: ClockKey; startedBy: number; due: LocalDate; at: Date }

export type ClockReport = {
  /** Day of registration (art. 64.3); null while the inquiry is not confirmed. */
  registeredOn: LocalDate | null
  legal: Clock | null
  redirect: Clock | null
  return: Clock | null
  firstAnswer: Clock | null
  nextStep: Clock | null
  extension: { until: LocalDate; noticeDue: LocalDate } | null
  breaches: Breach[]
  /** Earliest day on which the body owes something; null when it owes nothing. */
  nearestDue: LocalDate | null
  /** False when a date falls into a year whose holidays are not known: show it as provisional. */
  isCalendarKnown: boolean
}

export const workflowStates = [
  'unconfirmed',
  'registered',
  'routed',
  'accepted',
  'in_dialogue',
  'deficient',
  'visit',
  'offer',
  'reopened',
  'contracted',
  'closed_no_fit',
  'declined',
  'returned',
  'withdrawn',
  'unreachable',
  'duplicate',
  'spam',
] as const
export type WorkflowState = (typeof workflowStates)[number]

/** Who can cause an event: the investor, the body that has the case, the product itself, or an akimat that is asked. */
export type Side = 'investor' | 'body' | 'system' | 'akimat'

/** Events of which the investor is not told: how the work goes inside. No clock depends on them. */
export const insideEvents: ReadonlySet<EventType> = new Set([
  'internal_note',
  'extension_asked',
  'extension_refused',
  'assigned',
  'warned',
  'breached',
  'escalated',
  'akimat_asked',
  'akimat_answered',
])
