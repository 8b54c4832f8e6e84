import type { LocalDate } from '#app/domain/kernel/local-date'

/** Terms that the law fixes, with their articles of the Administrative Procedural Code; nobody can change them here. */
export const lawTerms = [
  { key: 'legal', article: '76.1' },
  { key: 'redirect', article: '65.1' },
  { key: 'extension_months', article: '76.3' },
  { key: 'extension_notice', article: '76.3' },
  { key: 'return', article: '64.7' },
] as const

/** What the service promises, as an admin keeps it. */
export type ServicePromise = {
  firstAnswerDays: number
  nextStepDays: number
  warnPercent: number
  /** Minutes from midnight. */
  officeStart: number
  officeEnd: number
}

/** A version with who made it; `state` is how it stands today. */
export type PromiseLine = ServicePromise & {
  version: number
  from: LocalDate
  citation: string
  by: string | null
  state: 'planned' | 'in_force' | 'past' | 'canceled'
}
