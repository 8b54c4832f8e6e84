import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Colleague, InboxLine } from './model'

/** Open cases of somebody: all, those with a term nearly over, those with a term that is over. */
export type Load = { open: number; soon: number; late: number }

export const noLoad: Load = { open: 0, soon: 0, late: 0 }

export type AbsenceView = {
  id: string
  userId: string
  name: string
  firstDay: LocalDate
  lastDay: LocalDate
  reason: string
  standIn: string | null
  isNow: boolean
}

/** What the head of a body sees: the load of each, what is late or lies with nobody, who is away. */
export type Team = {
  total: Load
  unassigned: number
  people: (Colleague & { load: Load })[]
  /** Cases with a term that is over, the longest first, as far as the page shows them. */
  late: InboxLine[]
  /** Cases whose officer asks for an extension that nobody has decided, the next due first. */
  extensions: { line: InboxLine; until: LocalDate }[]
  absences: AbsenceView[]
}

/** What the page of the head shows; `formKey` is that of the form for absences. */
export type TeamData = { team: Team; today: LocalDate; formKey: string; done: 'absent' | 'present' | null }
