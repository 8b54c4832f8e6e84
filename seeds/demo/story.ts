import type { DeclineReason } from '#app/domain/inquiries/model'
import type { Language } from '#app/domain/kernel/localized'
import type { SectorKey } from '#app/domain/towns/model'

/** When something happened: working days before today, and the time of the day in Kazakhstan. */
type When = [daysAgo: number, time: string]

/** What happened after the inquiry had arrived; texts are those of the official or the investor. */
export type StoryStep =
  | { when: When; type: 'accepted' | 'withdrawn' }
  | { when: When; type: 'message_from_investor' | 'internal_note'; text: string }
  | { when: When; type: 'message_from_body'; text: string; isAnswer?: boolean }
  | { when: When; type: 'visit_proposed' | 'offer_made' | 'contracted' | 'closed_no_fit'; text: string }
  | { when: When; type: 'declined'; reason: DeclineReason; text: string }
  | { when: When; type: 'redirected'; to: string; text: string }

export type Story = {
  key: string
  sites: [string, ...string[]]
  locale: Language
  sector: SectorKey
  person: { name: string; email: string; organization?: string; country?: string }
  title: string
  text: string
  arrived: When
  /** Nobody has the case yet: it lies on the desk. */
  isUnassigned?: boolean
  /** Steps of the first part; further parts stay as they arrived. */
  steps: StoryStep[]
}
