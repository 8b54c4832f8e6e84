import type { LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'

export type Confidence = 'high' | 'medium' | 'low'

export type Region = { key: string; kato: string; name: Localized }

export type Town = {
  key: string
  /** Prefix of site numbers, e.g. BLQ. */
  code: string
  regionKey: string
  name: Localized
  aliases: string[]
  point: LngLat
}

/** Sectors a site is offered for (domain.md, group 9), in the order in which they are shown. */
export const sectorKeys = [
  'manufacturing',
  'agriculture',
  'logistics',
  'it',
  'tourism',
  'services',
  'science',
  'energy',
] as const
export type SectorKey = (typeof sectorKeys)[number]

/**
 * Where a fact comes from. `label` is a readable reference without a language of its own (site, date), or one of
 * `sourceCodes`, which the interface puts into words.
 */
export type Source = { label: string; url: string | null }

/** `unverified`: general knowledge, no source found; `inferred`: follows from other facts, no source states it. */
export const sourceCodes = ['unverified', 'inferred'] as const

export type Fact = { words: Localized; source: Source; confidence: Confidence }

/** Dated status in the list of monotowns; days are YYYY-MM-DD. */
export type TownStatus = {
  inList: boolean
  /** First day of the status; null when no source gives it. */
  validFrom: string | null
  /** What is known instead of the day, e.g. "before 2 April 2024". */
  validFromWords: Localized | null
  order: string | null
  source: Source
  confidence: Confidence
  note: Localized | null
}

/** What is known about a town, each fact with its source; stored as one document. */
export type TownFacts = {
  kato: { source: Source; confidence: Confidence }
  point: { source: Source; confidence: Confidence }
  population: { value: number; source: Source; confidence: Confidence; note: Localized | null } | null
  enterprises: Fact[]
  industries: Fact[]
  rail: Fact | null
  road: Fact | null
  zones: Fact[]
  /** Plans and projects. */
  more: Fact[]
  /** Named among the stagnating towns by the Ministry of National Economy. */
  stagnating: { source: Source; confidence: Confidence } | null
  /** The statuses as the sources word them; the dated rows of the register are what holds. */
  statuses: TownStatus[]
}

export type TownSummary = Town & { statuses: TownStatus[] }

export type TownProfile = TownSummary & { kato: string; facts: TownFacts }

export type Sector = { key: SectorKey; name: Localized; oked: string[] }

/** `unverified`: the terms could not be checked; `proposed`: not a running measure; `unavailable`: not for monotowns. */
export type IncentiveAvailability = 'active' | 'unverified' | 'proposed' | 'unavailable'

/** Measure of state support. */
export type Incentive = {
  key: string
  name: Localized
  terms: Localized
  provider: Localized
  basis: Localized
  note: Localized
  /** Empty when a list or the kind of project decides. */
  sectors: SectorKey[]
  availability: IncentiveAvailability
  source: Source
  confidence: Confidence
}
