import type { Language, Localized } from '#app/domain/kernel/localized'
import type { LocalDate } from '#app/domain/kernel/local-date'
import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { Brief } from '#app/domain/matching/model'
import type { RoutingFacts, RoutingReason } from '#app/domain/routing/model'
import type { Presence, SiteKind } from '#app/domain/sites/choices'
import type { Freshness } from '#app/domain/sites/model'
import type { SectorKey } from '#app/domain/towns/model'
import type { AttachmentView } from './attachments/model'
import type { ClockKey, ClockState, EscalationLevel, EventType, Side, WorkflowState } from './clock/model'
import type { VisitView } from './visits/model'

/** Why a body says no; the words of the official stand beside it. */
export const declineReasons = [
  'site_taken',
  'capacity_short',
  'activity_not_allowed',
  'terms_not_agreed',
  'other',
] as const
export type DeclineReason = (typeof declineReasons)[number]

/** Steps that an official takes with words to the investor. */
export const officialSteps = [
  'offer_made',
  'contracted',
  'closed_no_fit',
  'declined',
  'returned',
  'unreachable',
] as const satisfies readonly EventType[]
export type OfficialStep = (typeof officialSteps)[number]

/** Whether the step ends the case. */
export function isClosingStep(step: OfficialStep): boolean {
  return step !== 'offer_made'
}

/** What the investor can do about a step of the body. */
export const investorIntents = ['visit_accept', 'visit_times', 'complete', 'reopen'] as const
export type InvestorIntent = (typeof investorIntents)[number]

/** What an inquiry can lack (APPC art. 63.2), in the order in which a form asks for it. */
export const missingKinds = ['name', 'address', 'tax_number', 'essence', 'powers', 'papers'] as const
export type MissingKind = (typeof missingKinds)[number]

/** What becomes of an idle site by a contract. Our own list, no source. */
export const reconversions = [
  'use_restored',
  'new_production',
  'logistics',
  'agriculture',
  'tourism',
  'services',
  'energy',
  'other',
] as const
export type Reconversion = (typeof reconversions)[number]

/** What a contract brings; null is not said. `contractOn` is a day, the investment whole tenge. */
export type Outcome = {
  contractNumber: string | null
  contractOn: LocalDate | null
  jobs: number | null
  investmentKzt: number | null
  reconversion: Reconversion | null
}

/** A letter to the investor that did not arrive. */
export type Undelivered = { email: string; phone: string | null; at: string }

/** Names the share of one body in a registered inquiry: `2026-00318`, 1. */
export type PartRef = { number: string; part: number }

/** Why a part lies where it lies; a redirect says who handed it over and with which words, a succession which body ended. */
export type PartRouting =
  | { reason: RoutingReason; facts: RoutingFacts }
  | { reason: 'redirected'; facts: { from: Localized; text: string; day: LocalDate } }
  | { reason: 'succeeded'; facts: { from: Localized; source: string; day: LocalDate } }

export type ClockView = {
  key: ClockKey
  state: ClockState
  due: LocalDate | null
  daysTotal: number
  daysLeft: number
  /** 0 … 1 */
  used: number
  isWarning: boolean
  endedAt: string | null
}

/** The clock that presses most, as the ring of the inbox shows it. */
export type DueView = {
  key: ClockKey | null
  ring: 'running' | 'warn' | 'breached' | 'paused' | 'done'
  due: LocalDate | null
  daysLeft: number
  used: number
}

export type ClocksView = {
  registeredOn: LocalDate | null
  due: DueView
  legal: ClockView | null
  promise: ClockView | null
  redirect: ClockView | null
  breaches: { key: ClockKey; due: LocalDate }[]
  isCalendarKnown: boolean
}

/** Something that happened, as the history tells it; moments are ISO 8601. */
export type HistoryItem = {
  sequence: number
  type: EventType
  at: string
  side: Side
  by: string | null
  /** Who the case was given to; null with `assigned`: back to the desk. */
  to: string | null
  /** The term that a warning, a breach or an escalation is about. */
  clock: ClockKey | null
  /** Whom a breach was told above the body. */
  level: EscalationLevel | null
  /** The body that the case went to. */
  body: Localized | null
  reason: string | null
  /** The day that was set: the end of an extension, of a term to complete. */
  until: LocalDate | null
  /** The moment of a visit. */
  startsAt: string | null
  /** Number of the inquiry that this one repeats. */
  of: string | null
  missing: MissingKind[]
}

/** Words between investor and body, or inside the body; `step` when the words came with a step of the case. */
export type Talk = {
  id: string
  kind: 'investor' | 'body' | 'note'
  author: string
  at: string
  text: string
  step: EventType | null
  files: AttachmentView[]
}

/** A site beside a form or a conversation. */
export type SiteBrief = {
  number: string
  kind: SiteKind
  name: Localized
  town: Localized
  regionKey: string
  isDemo: boolean
  isOffered: boolean
  areaM2: number | null
  /** Every building says its area: else the site has more than `areaM2`. */
  isAreaWhole: boolean
  plotHa: number | null
  utilities: { kind: UtilityKind; presence: Presence; free: number | null }[]
  confirmedAt: string | null
  freshness: Freshness
  photo: { fileId: string; alt: Localized; width: number; height: number; widths: number[] } | null
}

export type InboxLine = PartRef & {
  title: string
  /** Organisation, else the person. */
  from: string
  sites: string[]
  state: WorkflowState
  due: DueView
  assignee: string | null
  assigneeId: string | null
  isMine: boolean
  /** An akimat was asked for this case and has not answered; no clock waits for it. */
  isAkimatAsked: boolean
  isDemo: boolean
}

export type InboxCounts = { mine: number; desk: number; closed: number }

/** Somebody of the body who may answer. */
export type Colleague = {
  userId: string
  name: string
  isHead: boolean
  isMe: boolean
  languages: Language[]
  /** Last day of the present absence; null while present. */
  absentUntil: LocalDate | null
  standInId: string | null
}

/** What both sides see of a part. */
export type PartView = {
  part: number
  body: Localized
  state: WorkflowState
  routing: PartRouting
  clocks: ClocksView
  history: HistoryItem[]
  talk: Talk[]
  assignee: string | null
  /** Visits that were proposed or agreed, the earliest proposal first. */
  visits: VisitView[]
  /** What the investor is asked to complete, and by when (art. 64.6); null when nothing is. */
  deficiency: { fixBy: LocalDate; missing: MissingKind[] } | null
}

export type Person = {
  name: string
  email: string
  organization: string | null
  bin: string | null
  phone: string | null
  country: string | null
}

export type InquiryView = {
  number: string
  title: string
  text: string
  locale: Language
  sector: SectorKey | null
  receivedAt: string
  isDemo: boolean
}

/** A case as the responsible body sees it. */
export type BodyCase = InquiryView &
  PartView & {
    organizationId: string
    parts: number
    person: Person
    sites: SiteBrief[]
    actions: EventType[]
    rating: RatingView | null
    /** An earlier inquiry that says nearly the same, as far as the actor may see it. */
    duplicateOf: PartRef | null
    /** Whether the actor may act at all, or only read. */
    canAct: boolean
    isMine: boolean
    /** The actor may decide on extensions (art. 76.3). */
    canExtend: boolean
    /** An extension that was asked for and waits for the head. */
    extension: { until: LocalDate; by: string; text: string; at: string } | null
    /** Last day of an extension that began today; first and last day of a term to complete the inquiry. */
    terms: { extensionLatest: LocalDate; fixFirst: LocalDate; fixLast: LocalDate }
    outcome: Outcome | null
  }

/** What the investor says of how a body handled its part. */
export type RatingView = { stars: number; text: string; ratedAt: string }

/** `canReopen`: it has ended, and the investor may open it again by writing why. */
export type InvestorPartView = PartView & {
  sites: SiteBrief[]
  canReopen: boolean
  rating: RatingView | null
  /** The part has ended, and the rating can be given or still be changed. */
  canRate: boolean
}

/** A prepared text for an answer, filled in with what is known of the case; `key` names it with its language. */
export type AnswerDraft = { key: string; language: Language; title: string; text: string }

/** A case as the investor sees it. `keeping`: in whose account it is. */
export type InvestorCase = InquiryView & {
  name: string
  email: string
  keeping: 'mine' | 'nobody' | 'other'
  brief: Brief | null
  parts: InvestorPartView[]
}

/** A part in the list of what a person keeps. */
export type OwnInquiryLine = PartRef & {
  /** Parts of the whole inquiry. */
  parts: number
  title: string
  receivedAt: string
  body: Localized
  state: WorkflowState
  due: DueView
  isDemo: boolean
}

/** `offered`: inquiries from the person's address that are not in the account yet. */
export type OwnInquiries = { lines: OwnInquiryLine[]; offered: { number: string; title: string }[] }
