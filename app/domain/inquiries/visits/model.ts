/** Longest lists and texts of a proposal; how far ahead it may lie. Our own bounds, no source. */
export const visitLimits = { times: 3, place: 200, contact: 200, days: 180 } as const

/** How long a visit may take, in minutes. */
export const visitLengths = [30, 60, 90, 120, 180, 240] as const

/** `accepted` has one time; `cancelled` also when the case left the stage in which sites are shown. */
export const visitStates = ['proposed', 'accepted', 'cancelled'] as const
export type VisitState = (typeof visitStates)[number]

/** A stretch of time, end not included. */
export type Span = { start: Date; end: Date }

/** What a body proposes: one to three beginnings, how long, where and whom to ask for. */
export type Proposal = { times: Date[]; minutes: number; place: string; contact: string }

/** A visit as both sides see it; moments are ISO 8601. */
export type VisitView = {
  id: string
  state: VisitState
  times: string[]
  minutes: number
  place: string
  contact: string
  /** Who shows the site. */
  official: string | null
  /** What was agreed; null before. */
  startsAt: string | null
  /** It has begun: nothing can be changed any more. */
  isPast: boolean
}

/** A visit in the list of a body. */
export type VisitLine = VisitView & {
  number: string
  part: number
  title: string
  from: string
  sites: string[]
  isMine: boolean
  isDemo: boolean
}
