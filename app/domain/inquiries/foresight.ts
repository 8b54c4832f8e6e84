import type { Localized } from '#app/domain/kernel/localized'
import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Brief } from '#app/domain/matching/model'
import type { PartRouting, SiteBrief } from './model'

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
  parts: ForeseenPart[]
  brief: Brief | null
  expiresAt: string
}

/** A part that an inquiry would have today: who gets it and why, about which sites, and how fast that body answers. */
export type ForeseenPart = {
  body: Localized
  routing: PartRouting
  sites: string[]
  /** Median of working days to the first answer over a year; null while nobody answered. */
  usualDays: number | null
  rating: { average: number; count: number } | null
}

export type Foresight = {
  registeredOn: LocalDate
  firstAnswerDue: LocalDate
  legalDue: LocalDate
  isCalendarKnown: boolean
}
