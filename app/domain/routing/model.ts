import type { OrganizationKind } from '#app/domain/accounts/model'
import type { Language, Localized } from '#app/domain/kernel/localized'
import type { LocalDate } from '#app/domain/kernel/local-date'

/** Days on which something holds: from `from`, up to but without `until`; null is open on that side. */
export type Period = { from: LocalDate | null; until: LocalDate | null }

/** A body that serves a region for some time. Bodies are being reorganised, so this is dated data. */
export type ServiceAssignment = Period & { bodyId: string; kind: 'spk' | 'akimat'; regionKey: string }

/** What the choice of a body depends on. */
export type RoutingQuestion = {
  /** A body that answers for this very site: the operator of its zone. */
  site: { override?: (Period & { bodyId: string }) | null }
  regionKey: string
  /** Day of the decision in Kazakhstan. */
  day: LocalDate
  assignments: readonly ServiceAssignment[]
  /** Desk of the platform, where everything lands that no rule covers. */
  platformBodyId: string
}

export const routingReasons = ['site_override', 'spk_of_region', 'akimat_of_region', 'platform_desk'] as const
export type RoutingReason = (typeof routingReasons)[number]

/** The body and why; `params` are the facts of the decision, as stored with it and shown to the investor. */
export type RoutingDecision = {
  bodyId: string
  reason: RoutingReason
  params: { region: string; day: LocalDate; since: LocalDate | null }
}

export type Body = { id: string; slug: string; kind: OrganizationKind; name: Localized }

/** Facts of the decision as they were on that day, in words as well: names may change later. */
export type RoutingFacts = RoutingDecision['params'] & { regionName: Localized }

export type RoutedBody = { body: Body; reason: RoutingReason; facts: RoutingFacts }

export type Officer = {
  userId: string
  openCases: number
  isPresent: boolean
  languages: readonly Language[]
  /** When a case was last given to this person; null when never. */
  lastAssignedAt: Date | null
}
