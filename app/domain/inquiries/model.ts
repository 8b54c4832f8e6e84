import type { Language, Localized } from '#app/domain/kernel/localized'
import type { LocalDate } from '#app/domain/kernel/local-date'
import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { RoutingFacts, RoutingReason } from '#app/domain/routing/model'
import type { Presence, SiteKind } from '#app/domain/sites/choices'
import type { Freshness } from '#app/domain/sites/model'
import type { SectorKey } from '#app/domain/towns/model'
import type { ClockKey, ClockState, EventType, Side, WorkflowState } from './clock/model'

/** Version of the words of the consent that the form shows; a new wording gets a new version. */
export const consentVersion = 'inquiry-2026-11'

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
  'declined',
  'visit_proposed',
  'offer_made',
  'contracted',
  'closed_no_fit',
] as const satisfies readonly EventType[]
export type OfficialStep = (typeof officialSteps)[number]

/** Whether the step ends the case. */
export function isClosingStep(step: OfficialStep): boolean {
  return step === 'declined' || step === 'contracted' || step === 'closed_no_fit'
}

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
  /** The body that the case went to. */
  body: Localized | null
  reason: string | null
}

/** Words between investor and body, or inside the body; `step` when the words came with a step of the case. */
export type Talk = {
  id: string
  kind: 'investor' | 'body' | 'note'
  author: string
  at: string
  text: string
  step: EventType | null
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
  isMine: boolean
  isDemo: boolean
}

export type InboxCounts = { mine: number; desk: number; closed: number }

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
    /** Whether the actor may act at all, or only read. */
    canAct: boolean
    isMine: boolean
  }

/** A case as the investor sees it by number and key. */
export type InvestorCase = InquiryView & { name: string; email: string; parts: (PartView & { sites: SiteBrief[] })[] }

/** What the link in the letter leads to. */
export type ConfirmationView = {
  state: 'open' | 'expired'
  /** Names the inquiry when the letter is asked for again. */
  reference: string
  name: string
  email: string
  title: string
  text: string
  sites: SiteBrief[]
  bodies: Localized[]
  expiresAt: string
}

export type Foresight = {
  registeredOn: LocalDate
  firstAnswerDue: LocalDate
  legalDue: LocalDate
  isCalendarKnown: boolean
}
