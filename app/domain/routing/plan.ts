import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import type { Body, Period, RoutingReason } from './model'

/** Who answers for a region on which days, as the administration sees it; the rows are those that can be changed. */
export type RegionPlan = {
  key: string
  name: Localized
  stretches: (Period & { body: Body; reason: RoutingReason })[]
  rows: (Period & { id: string; body: Body; source: string; isPlanned: boolean })[]
  sites: number
  openCases: number
}

/** A region in the list: who answers today, and from when somebody else. */
export type RegionLine = {
  key: string
  name: Localized
  body: Body
  reason: RoutingReason
  next: { day: LocalDate; body: Body; reason: RoutingReason } | null
  openCases: number
}

/** What a change would mean, before it is saved. */
export type ShiftPreview = {
  shifts: (Period & { before: Body; after: Body })[]
  gaps: (Period & { body: Body })[]
  /** Published sites that get another body, and open cases that stay where they are. */
  sites: number
  openCases: number
}

export type PlannedReorganization = {
  id: string
  day: LocalDate
  body: Body
  /** Null for a new name. */
  successor: Body | null
  newName: Localized | null
  movesPeople: boolean
  source: string
  isApplied: boolean
  openCases: number
}

/** A site with a body of its own. */
export type OwnSiteLine = Period & {
  id: string
  number: string
  body: Body
  source: string
  isPlanned: boolean
  isOver: boolean
}
