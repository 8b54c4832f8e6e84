import type { LocalDate } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { ProgressRing, type RingState } from '#app/ui/progress-ring'
import type { ClocksView, ClockView, DueView } from '../model'
import { useDueWords } from './due-words'

type ClockListProps = { clocks: ClocksView; today: LocalDate; reader: 'investor' | 'body' }

/** Both clocks with their days, what was broken, and whether the calendar is known that far. */
export function ClockList({ clocks, today, reader }: ClockListProps) {
  const { t, format } = useLanguage()
  return (
    <div className="flex flex-col gap-4">
      {clocks.promise && (
        <ClockRow name={t('inquiries.clock.promise')} clock={clocks.promise} today={today} reader={reader} />
      )}
      {clocks.legal && (
        <ClockRow
          name={`${t('inquiries.clock.legal')}, ${t('inquiries.clock.article')}`}
          clock={clocks.legal}
          today={today}
          reader={reader}
        />
      )}
      {clocks.breaches.map(({ key, due }) => (
        <p key={`${key} ${due}`} className="text-bad text-sm font-medium">
          {t('inquiries.case.breached', { what: t(`inquiries.clock.key.${key}`), date: format.date(due) })}
        </p>
      ))}
      {!clocks.isCalendarKnown && <Notice tone="attention">{t('inquiries.next.calendar_unknown')}</Notice>}
    </div>
  )
}

type ClockRowProps = Pick<ClockListProps, 'today' | 'reader'> & { name: string; clock: ClockView }

function ClockRow({ name, clock, today, reader }: ClockRowProps) {
  const { t, format } = useLanguage()
  const words = useDueWords(today)
  const due = dueOf(clock)
  const ending = endingOf(clock)
  const waiting = reader === 'body' ? t('inquiries.due.waiting') : t('inquiries.clock.waiting')
  const said = due ? words(due) : ending === 'waiting' ? waiting : t(`inquiries.clock.${ending}`)
  return (
    <div className="flex items-center gap-3">
      <ProgressRing
        used={clock.used}
        state={due?.ring ?? ringOf(clock)}
        text={due ? String(Math.abs(clock.daysLeft)) : ''}
        label={said}
      />
      <div className="min-w-0">
        <p className="text-muted text-sm">{name}</p>
        <p className="font-semibold">
          {t(`inquiries.clock.key.${clock.key}`)}
          {clock.due !== null && ` ${t('inquiries.clock.until', { date: format.dayAndTime(clock.due) })}`}
        </p>
        <p className={`text-sm ${due?.ring === 'breached' ? 'text-bad font-medium' : 'text-muted'}`}>{said}</p>
      </div>
    </div>
  )
}

/** The clock as something that is owed; null when it has ended or waits. */
function dueOf(clock: ClockView): DueView | null {
  if (clock.endedAt !== null || clock.due === null || clock.state === 'paused') return null
  const ring = clock.state === 'breached' ? 'breached' : clock.isWarning ? 'warn' : 'running'
  return { key: clock.key, ring, due: clock.due, daysLeft: clock.daysLeft, used: clock.used }
}

function ringOf({ endedAt, state }: ClockView): RingState {
  if (endedAt === null) return 'paused'
  if (state === 'breached') return 'breached'
  return state === 'stopped' ? 'stopped' : 'done'
}

function endingOf(clock: ClockView): 'waiting' | 'met' | 'met_late' | 'stopped' {
  if (clock.endedAt === null) return 'waiting'
  if (clock.state === 'breached') return 'met_late'
  return clock.state === 'met' ? 'met' : 'stopped'
}
