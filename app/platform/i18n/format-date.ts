import { calendarWords } from './calendar-words'
import type { Language } from './language'

/** Kazakhstan is one zone, UTC+5 without summer time, since 1 March 2024 (government resolution 18 of 19.01.2024). */
const offsetMs = 5 * 60 * 60 * 1000

type Fields = { year: number; month: number; day: number; weekday: number; time: string }

/** Calendar fields of a day `YYYY-MM-DD` as it stands, or of a moment by the clock of Kazakhstan. */
function fieldsOf(when: string | Date): Fields {
  const isDay = typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when)
  const local = new Date(isDay ? `${when}T00:00:00Z` : new Date(when).getTime() + offsetMs)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth(),
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    time: local.toISOString().slice(11, 16),
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** `12.11.2026`, in English `12 Nov 2026`. */
export function formatDate(language: Language, when: string | Date): string {
  const { year, month, day } = fieldsOf(when)
  if (language === 'en') return `${day} ${calendarWords.en.monthsShort[month]} ${year}`
  return `${two(day)}.${two(month + 1)}.${year}`
}

/** `2026 жылғы 12 қараша`, `12 ноября 2026 г.`, `12 November 2026`. */
export function formatLongDate(language: Language, when: string | Date): string {
  const { year, month, day } = fieldsOf(when)
  const name = calendarWords[language].months[month]
  if (language === 'kk') return `${year}\u00a0жылғы ${day}\u00a0${name}`
  return language === 'ru' ? `${day}\u00a0${name} ${year}\u00a0г.` : `${day} ${name} ${year}`
}

/** `2026 жылғы қараша`, `ноябрь 2026`, `November 2026`. */
export function formatMonth(language: Language, when: string | Date): string {
  const { year, month } = fieldsOf(when)
  const name = calendarWords[language].monthsAlone[month]
  return language === 'kk' ? `${year}\u00a0жылғы ${name}` : `${name} ${year}`
}

/** `12.11.2026, 14:32`; a calendar day without a time gets midnight, so give moments only. */
export function formatDateTime(language: Language, when: string | Date): string {
  return `${formatDate(language, when)}, ${fieldsOf(when).time}`
}

/** `сс 24.11, 18:00`, `вт 24.11, 18:00`, `Tue 24 Nov, 18:00`; without the time for a calendar day. */
export function formatDayAndTime(language: Language, when: string | Date): string {
  const { month, day, weekday, time } = fieldsOf(when)
  const words = calendarWords[language]
  const date = language === 'en' ? `${day} ${words.monthsShort[month]}` : `${two(day)}.${two(month + 1)}`
  const isMoment = typeof when !== 'string' || when.length > 10
  return `${words.weekdaysShort[weekday]} ${date}${isMoment ? `, ${time}` : ''}`
}
