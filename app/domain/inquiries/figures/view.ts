import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Figures } from './rules'

export type FigureRow = { month: string; name: string | null; figures: Figures }

export type FiguresView = {
  since: LocalDate
  whole: Figures
  /** Newest month first. */
  byMonth: { month: string; figures: Figures }[]
  /** By name, the desk last; null for somebody who sees only the own figures. */
  byPerson: { name: string | null; figures: Figures }[] | null
  /** By month and person, for export. */
  rows: FigureRow[]
}
