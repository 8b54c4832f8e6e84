import type { LocalDate } from '#app/domain/kernel/local-date'
import { ProgressRing } from '#app/ui/progress-ring'
import type { DueView } from '../model'
import { useDueWords } from './due-words'

/** The clock that presses most, as a ring; its words stand beside it. */
export function DueRing({ due, today }: { due: DueView; today: LocalDate }) {
  const words = useDueWords(today)
  const text = due.due === null ? '' : String(Math.abs(due.daysLeft))
  return <ProgressRing used={due.used} state={due.ring} text={text} label={words(due)} />
}
