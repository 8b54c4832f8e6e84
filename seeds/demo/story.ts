import type { DeclineReason, Outcome } from '#app/domain/inquiries/model'
import type { Language } from '#app/domain/kernel/localized'
import type { Brief } from '#app/domain/matching/model'
import type { SectorKey } from '#app/domain/towns/model'

/** When something happened: working days before today, and the time of the day in Kazakhstan. */
type When = [daysAgo: number, time: string]

/** What happened after the inquiry had arrived; texts are those of the official or the investor. */
export type StoryStep =
  | { when: When; type: 'accepted' | 'withdrawn' | 'visit_accepted' }
  | { when: When; type: 'message_from_investor' | 'internal_note'; text: string }
  | { when: When; type: 'message_from_body'; text: string; isAnswer?: boolean }
  | { when: When; type: 'offer_made' | 'closed_no_fit'; text: string }
  | { when: When; type: 'contracted'; text: string; outcome: Omit<Outcome, 'contractOn'> }
  | { when: When; type: 'visit_proposed'; text: string; visit: StoryVisit }
  | { when: When; type: 'extension_asked'; text: string; workingDays: number }
  | { when: When; type: 'declined'; reason: DeclineReason; text: string }
  | { when: When; type: 'redirected'; to: string; text: string }

/** Working days after the proposal, and the time of the day; the investor who agrees takes the first. */
export type StoryVisit = { days: number[]; time: string; place: string; contact: string }

export type Story = {
  key: string
  sites: [string, ...string[]]
  locale: Language
  sector: SectorKey
  person: { name: string; email: string; organization?: string; country?: string }
  title: string
  text: string
  /** The brief from which the investor inquired. */
  brief?: Brief
  arrived: When
  /** Nobody has the case yet: it lies on the desk. */
  isUnassigned?: boolean
  /** Steps of the first part; further parts stay as they arrived. */
  steps: StoryStep[]
}
