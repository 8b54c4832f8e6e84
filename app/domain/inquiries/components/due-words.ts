import { addDays, type LocalDate } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { Tone } from '#app/ui/chip'
import type { DueView } from '../model'
import { wordDue } from '../rules'

/** The nearest due day in words: "today", "3 working days", "overdue by 2 working days". */
export function useDueWords(today: LocalDate) {
  const { t, format } = useLanguage()
  return (due: DueView): string => {
    const { word, count } = wordDue(due, today)
    if (word === 'days') return format.workingDays(count)
    if (word === 'overdue') return t('inquiries.due.overdue', { days: format.workingDays(count) })
    return t(`inquiries.due.${word}`)
  }
}

/** What is due today or tomorrow needs somebody now, however much of the term is left. */
export function dueTone(due: DueView, today: LocalDate): Tone {
  const isNear = due.due !== null && due.due <= addDays(today, 1)
  return due.ring === 'running' && isNear ? 'attention' : dueTones[due.ring]
}

export const dueTones: Record<DueView['ring'], Tone> = {
  running: 'neutral',
  warn: 'attention',
  breached: 'bad',
  paused: 'neutral',
  done: 'neutral',
}
