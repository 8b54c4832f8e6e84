import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import type { WorkflowState } from '../clock/model'

/** How far ahead an answer may be asked for, in days. */
export const longestWait = 60

/** Longest question and answer, in characters. */
export const longestText = 2000

export const requestStates = ['open', 'answered', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

/** A question to an akimat as both sides see it; moments are ISO 8601. */
export type RequestView = {
  id: string
  state: RequestState
  site: string
  akimat: Localized
  /** The value of the dossier that is asked for, in the language of the page; null when none is. */
  label: string | null
  /** Its name in the catalogue of fields. */
  field: string | null
  text: string
  dueOn: LocalDate
  isLate: boolean
  askedBy: string
  askedAt: string
  answer: string
  answeredBy: string | null
  answeredAt: string | null
}

/** A question on the page of the akimat, with the case that it is about. */
export type AkimatTask = RequestView & { number: string; title: string; body: Localized; siteName: Localized }

/** An inquiry about own sites as an akimat may see it: how it goes, not who asks. */
export type FollowedCase = {
  number: string
  part: number
  title: string
  sites: string[]
  body: Localized
  state: WorkflowState
  receivedOn: LocalDate
  /** Nearest day on which the body owes something; null when it owes nothing. */
  dueOn: LocalDate | null
  isLate: boolean
  answeredOn: LocalDate | null
  closedOn: LocalDate | null
  isDemo: boolean
}

/** What can be asked of an akimat for a case: a site as a whole, or a value that its dossier lacks. */
export type AskTopic = { value: string; site: string; label: string | null }
