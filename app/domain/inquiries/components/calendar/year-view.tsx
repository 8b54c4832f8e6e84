import type { CalendarYear, YearDay, YearMonth } from '#app/domain/inquiries/calendar/model'
import { weekdayOf } from '#app/domain/kernel/local-date'
import { calendarWords } from '#app/platform/i18n/calendar-words'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Link } from '@remix-run/react'

/** Twelve months; days off are filled, overrides are framed, and each day leads to its form. */
export function YearView({ year, canEdit }: { year: CalendarYear; canEdit: boolean }) {
  return (
    <div className="grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      {year.months.map((month) => (
        <Month key={month.month} year={year.year} month={month} canEdit={canEdit} />
      ))}
    </div>
  )
}

function Month({ year, month, canEdit }: { year: number; month: YearMonth; canEdit: boolean }) {
  const { lang, format } = useLanguage()
  const words = calendarWords[lang]
  const name = words.monthsAlone[month.month - 1] ?? ''
  return (
    <table className="w-full table-fixed text-center tabular-nums">
      <caption className="pb-1 text-left">
        <span className="flex items-baseline justify-between gap-2">
          <span className="font-semibold">{`${name} ${year}`}</span>
          <span className="text-muted text-sm">{format.workingDays(month.workingDays)}</span>
        </span>
      </caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 0].map((weekday) => (
            <th key={weekday} scope="col" className="text-muted text-sm font-normal">
              {words.weekdaysShort[weekday]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, place) => (
              <td key={place} className="p-px">
                {day && <Day day={day} canEdit={canEdit} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, canEdit }: { day: YearDay; canEdit: boolean }) {
  const sayDay = useDayWords()
  const words = sayDay(day)
  const look = `flex min-h-11 items-center sm:min-h-9 justify-center rounded-sm text-sm ${
    day.isWorking ? '' : 'bg-wheat-soft text-wheat-ink font-semibold'
  } ${day.override ? 'outline-accent outline-2' : ''}`
  const number = Number(day.date.slice(8))
  if (!canEdit) {
    return (
      <span className={look} title={words}>
        {number}
      </span>
    )
  }
  return (
    <Link
      to={`?year=${day.date.slice(0, 4)}&day=${day.date}#override`}
      data-plain
      preventScrollReset
      aria-label={words}
      title={words}
      className={`${look} hover:bg-accent-soft no-underline`}
    >
      {number}
    </Link>
  )
}

/** A day in words: its date, whether it is worked, and why. */
export function useDayWords() {
  const { t, format } = useLanguage()
  return (day: YearDay): string => {
    const state = t(day.isWorking ? 'calendar.working' : 'calendar.off')
    const reason =
      day.override !== null
        ? t('calendar.by_override')
        : day.kind !== null
          ? t(`calendar.kind.${day.kind}`)
          : weekdayOf(day.date) > 5
            ? t('calendar.weekend')
            : ''
    return [`${format.longDate(day.date)}: ${state}`, reason].filter(Boolean).join(', ')
  }
}
