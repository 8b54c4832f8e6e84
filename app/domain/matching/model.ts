import type { Unit, UtilityKind } from '#app/domain/kernel/quantity'
import type { RailWish, SiteCard, ZoneChoice } from '#app/domain/search/model'
import type { PriceKind, SiteKind, Tenure } from '#app/domain/sites/choices'
import type { CommitmentState } from '#app/domain/sites/model'
import type { SectorKey } from '#app/domain/towns/model'

/** Version of the rules that judge; raised whenever the same brief and site could get another answer. */
export const algorithm = 'alan-match/1'

/** `must` takes a site that does not meet it out of the matches; a wish counts with its weight. */
export const importances = ['must', '3', '2', '1'] as const
export type Importance = (typeof importances)[number]

/** Asked for as "at least", in the unit of `unitOfCriterion`. */
export const quantityCriteria = [
  'area',
  'plot',
  'electricity',
  'water',
  'sewer',
  'heat',
  'gas',
  'steam',
  'telecom',
  'height',
  'crane',
] as const satisfies readonly (UtilityKind | 'area' | 'plot' | 'height' | 'crane')[]
export type QuantityCriterion = (typeof quantityCriteria)[number]

/** What each criterion asks for. Values of one list are alternatives. */
export type Asked = { [C in QuantityCriterion]: { min: number } } & {
  sector: { keys: SectorKey[] }
  kind: { keys: SiteKind[] }
  place: { regions: string[]; towns: string[] }
  tenure: { keys: Tenure[] }
  zone: { keys: ZoneChoice[] }
  incentive: { keys: string[] }
  rail: { wish: RailWish }
  /** Kilometres to the highway at most. */
  highway: { maxKm: number }
  /** KZT at most, for what `kind` says. */
  price: { kind: PriceKind; max: number }
}
export type Criterion = keyof Asked

/** All criteria in the order in which they are asked, judged and explained. */
export const criteria = [
  'sector',
  'kind',
  'place',
  ...quantityCriteria,
  'rail',
  'highway',
  'tenure',
  'price',
  'zone',
  'incentive',
] as const satisfies readonly Criterion[]

export type Need<C extends Criterion = Criterion> = Asked[C] & { importance: Importance }

/** What an investor needs. Only `needs` and `startOn` decide; the rest is told to people. */
export type Brief = {
  /** What will be done there, in the investor's words. */
  activity: string
  /** YYYY-MM-DD: commitments that are funded and due before it count as met. */
  startOn: string | null
  jobs: number | null
  investmentKzt: number | null
  needs: { [C in Criterion]?: Need<C> }
}

export const outcomeStates = ['met', 'partly', 'not_met', 'unknown'] as const
export type OutcomeState = (typeof outcomeStates)[number]

/**
 * Why an outcome is what it is, where the numbers alone do not say it. `absent`: the site has no such thing.
 * `not_said`: nobody has said it. `stale`: it was met when it was confirmed too long ago. `committed`: met by a
 * commitment that is funded and due before the start.
 */
export const outcomeReasons = ['absent', 'not_said', 'stale', 'committed'] as const
export type OutcomeReason = (typeof outcomeReasons)[number]

/** Commitment of the authority that brings a part of a gap or all of it. */
export type ClosingCommitment = {
  id: string
  work: UtilityKind
  /** In the unit of the utility. */
  added: number
  dueOn: string | null
  programme: string
  state: CommitmentState
}

/** How one site answers one criterion. */
export type Outcome<C extends Criterion = Criterion> = {
  criterion: C
  importance: Importance
  state: OutcomeState
  /** Utility 0 to 1; an unknown one is anything from `low` to `high`. */
  low: number
  high: number
  /** What the site says, in `unit`; null when it says nothing or the answer is not a number. */
  value: number | null
  unit: Unit | 'm2' | 'ha' | 'm' | 't' | 'km' | 'KZT' | null
  /** What is missing in `unit`; null when nothing is, or when it cannot be counted. */
  gap: number | null
  reason: OutcomeReason | null
  commitment: ClosingCommitment | null
}

/** A site judged by a brief. `low` and `high` are the score 0 to 1, unknown counted as 0 and as 1. */
export type Match = { card: SiteCard; low: number; high: number; outcomes: Outcome[] }

/** Fails on quantities only; `relativeGap` is the sum of gap / asked over them, 0.25 is a quarter short. */
export type NearMiss = Match & { relativeGap: number }

export type MatchAnswer = {
  algorithm: string
  /** ISO instant for which freshness and commitments were judged. */
  judgedAt: string
  /** Ranked by low, then high, then freshness, then number. */
  matches: Match[]
  total: number
  /** No must is broken, but one is open; as many as asked for, `openTotal` in all. */
  open: Match[]
  openTotal: number
  /** Ordered by relative gap. */
  nearMisses: NearMiss[]
  nearTotal: number
}

/** A brief as its owner finds it again. */
export type SavedBrief = {
  id: string
  title: string
  brief: Brief
  revision: number
  createdAt: string
  updatedAt: string
  isDemo: boolean
  /** The actor may change and delete it. */
  isOwn: boolean
}
