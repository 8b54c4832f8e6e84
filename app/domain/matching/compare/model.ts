import type { NeedView, OutcomeView } from '#app/domain/matching/brief-view'
import type { Said } from '#app/domain/sites/passport/said'

/** Most sites side by side. */
export const mostCompared = 4

/** Numbers beyond those that are looked up at all. */
export const mostAsked = 12

export const compareGroups = [
  'offer',
  'buildings',
  'land',
  'utilities',
  'transport',
  'environment',
  'commitments',
] as const
export type CompareGroupKey = (typeof compareGroups)[number]

/** A site at the head of its column; `ended`: why it is no longer offered. */
export type CompareColumn = {
  number: string
  name: Said
  place: string
  isDemo: boolean
  canInquire: boolean
  ended: string | null
  /** Score by the brief; null without a brief, or when the site is not judged. */
  fit: { low: number; high: number } | null
}

/** A value of each site, null where nobody has said it. */
export type CompareRow = { key: string; label: string; cells: (Said | null)[]; isDifferent: boolean }

export type CompareGroup = { key: CompareGroupKey; rows: CompareRow[] }

/** How each site answers a need; null when it is not judged. */
export type JudgedRow = { need: NeedView; outcomes: (OutcomeView | null)[]; isDifferent: boolean }

export type CompareView = { columns: CompareColumn[]; judged: JudgedRow[]; groups: CompareGroup[] }
