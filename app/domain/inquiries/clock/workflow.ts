import type { EventType, InquiryEvent, Side, WorkflowState } from './model'

type Transitions = Partial<Record<EventType, WorkflowState>>

const endings: Transitions = {
  withdrawn: 'withdrawn',
  duplicate: 'duplicate',
  spam: 'spam',
}

/** What a body can do with a case it has, whatever stage the talk has reached. */
const handling: Transitions = {
  ...endings,
  redirected: 'routed',
  marked_deficient: 'deficient',
  message_from_body: 'in_dialogue',
  visit_proposed: 'visit',
  offer_made: 'offer',
  declined: 'declined',
  closed_no_fit: 'closed_no_fit',
  unreachable: 'unreachable',
}

/** Events that say something about the case but leave it where it is. */
function staying(state: WorkflowState, ...types: EventType[]): Transitions {
  return Object.fromEntries(types.map((type) => [type, state]))
}

/** What happens inside the body, with its akimat and by the clock, in every state that is open. */
const inside: EventType[] = ['assigned', 'warned', 'breached', 'escalated', 'akimat_asked', 'akimat_answered']

/** What may be said and decided in a case that a body has, and leaves it where it is. */
const talking: EventType[] = [
  'message_from_investor',
  'internal_note',
  'extended',
  'extension_asked',
  'extension_refused',
  'succeeded',
  ...inside,
]

/** What happens to a visit that was proposed; without it the talk goes on. */
const visiting: EventType[] = ['visit_accepted', 'visit_times_asked', 'visit_moved']

const closed: Transitions = { reopened: 'reopened' }

/**
 * State and event to the next state (domain.md, Inquiry); what is not written here is not allowed.
 * Beside the states named there: `deficient` and `returned`, which art. 64.6-64.7 ask for.
 */
const transitions: Record<WorkflowState, Transitions> = {
  unconfirmed: { ...endings, confirmed: 'registered', registered: 'registered' },
  registered: {
    ...endings,
    ...staying('registered', 'registered', 'message_from_investor', 'internal_note', 'succeeded', ...inside),
    routed: 'routed',
  },
  routed: {
    ...handling,
    ...staying('routed', 'routed', ...talking),
    accepted: 'accepted',
  },
  accepted: { ...handling, ...staying('accepted', ...talking) },
  in_dialogue: { ...handling, ...staying('in_dialogue', ...talking) },
  deficient: {
    ...endings,
    ...staying('deficient', 'message_from_investor', 'message_from_body', 'internal_note', 'succeeded', ...inside),
    deficiency_fixed: 'in_dialogue',
    returned: 'returned',
    unreachable: 'unreachable',
  },
  visit: {
    ...handling,
    ...staying('visit', 'message_from_body', ...talking, ...visiting),
    visit_cancelled: 'in_dialogue',
    contracted: 'contracted',
  },
  offer: {
    ...handling,
    ...staying('offer', 'message_from_body', 'visit_cancelled', ...talking, ...visiting),
    contracted: 'contracted',
  },
  reopened: {
    ...handling,
    ...staying('reopened', ...talking),
    accepted: 'accepted',
    routed: 'routed',
  },
  contracted: closed,
  closed_no_fit: closed,
  declined: closed,
  returned: closed,
  withdrawn: closed,
  unreachable: closed,
  duplicate: closed,
  spam: closed,
}

const sidesOf: Record<EventType, readonly Side[]> = {
  submitted: ['investor'],
  confirmed: ['investor'],
  registered: ['system'],
  routed: ['system'],
  redirected: ['body'],
  succeeded: ['system'],
  accepted: ['body'],
  message_from_investor: ['investor'],
  message_from_body: ['body'],
  internal_note: ['body'],
  marked_deficient: ['body'],
  deficiency_fixed: ['investor'],
  returned: ['body'],
  extended: ['body'],
  extension_asked: ['body'],
  extension_refused: ['body'],
  declined: ['body'],
  visit_proposed: ['body'],
  visit_accepted: ['investor'],
  visit_times_asked: ['investor'],
  visit_moved: ['body'],
  visit_cancelled: ['body'],
  offer_made: ['body'],
  contracted: ['body'],
  closed_no_fit: ['body'],
  withdrawn: ['investor'],
  unreachable: ['body'],
  duplicate: ['body', 'system'],
  spam: ['body', 'system'],
  reopened: ['body', 'investor'],
  assigned: ['body'],
  warned: ['system'],
  breached: ['system'],
  escalated: ['system'],
  akimat_asked: ['body'],
  akimat_answered: ['akimat'],
}

/** Events that may follow in that state, all of them or those that one side can cause. Empty: nothing may. */
export function allowedActions(state: WorkflowState, side?: Side): EventType[] {
  const types = Object.keys(transitions[state]) as EventType[]
  return side === undefined ? types : types.filter((type) => sidesOf[type].includes(side))
}

/** Whether the case is over: only reopening leads out. */
export function isClosed(state: WorkflowState): boolean {
  return transitions[state] === closed
}

/** Whether visits that were proposed or agreed still hold in that state. */
export function keepsVisits(state: WorkflowState): boolean {
  return state === 'visit' || state === 'offer'
}

/** `spam` and `duplicate` are judgements of the body that can be wrong; reopening takes them back. */
export function isTakenBackByReopening(state: WorkflowState): boolean {
  return state === 'spam' || state === 'duplicate'
}

/** An event and the states before and after it. */
export type Step = { event: InquiryEvent; from: WorkflowState; to: WorkflowState }

/**
 * The log in the order of its sequence, with the state before and after each event. An event that was not allowed in
 * its state is left out: it changes neither the state nor a clock.
 * Reopening leads to `reopened`; out of spam or duplicate it leads back to the state before.
 */
export function replay(events: readonly InquiryEvent[]): Step[] {
  const steps: Step[] = []
  let state: WorkflowState = 'unconfirmed'
  for (const event of [...events].sort((left, right) => left.sequence - right.sequence)) {
    const next: WorkflowState | undefined = transitions[state][event.type]
    if (next === undefined) continue
    const to: WorkflowState = isTakenBackByReopening(state) ? (steps.at(-1)?.from ?? next) : next
    steps.push({ event, from: state, to })
    state = to
  }
  return steps
}

/** The one state of a part, from its log; `unconfirmed` for an empty log or one that was only submitted. */
export function stateOf(events: readonly InquiryEvent[]): WorkflowState {
  return replay(events).at(-1)?.to ?? 'unconfirmed'
}

/** The body that has the case after these events: the one it was last routed or handed to; null before the routing. */
export function responsibleBody(events: readonly InquiryEvent[]): string | null {
  const moved = replay(events).findLast(({ event }) => event.type === 'routed' || event.type === 'redirected')?.event
  return moved !== undefined && 'bodyId' in moved ? moved.bodyId : null
}

/**
 * The extension that was asked for and is not decided (art. 76.3); null when there is none. A hand-over, a question to
 * the investor, an answer and the end of the case make it void.
 */
export function pendingExtension(
  events: readonly InquiryEvent[],
): Extract<InquiryEvent, { type: 'extension_asked' }> | null {
  let pending: Extract<InquiryEvent, { type: 'extension_asked' }> | null = null
  for (const { event, to } of replay(events)) {
    if (event.type === 'extension_asked') pending = event
    else if (isClosed(to) || voidsExtension(event)) pending = null
  }
  return pending
}

function voidsExtension(event: InquiryEvent): boolean {
  if (event.type === 'message_from_body') return event.isAnswer
  return ['extended', 'extension_refused', 'redirected', 'marked_deficient', 'offer_made'].includes(event.type)
}
