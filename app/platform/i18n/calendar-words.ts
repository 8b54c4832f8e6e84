import type { Language } from './language'

/**
 * Names of months and weekdays. Browsers differ in whether they know Kazakh at all, so that Intl would give one
 * text on the server and another one in the page; the forms are those of CLDR 48.
 */
type CalendarWords = {
  /** As in a full date ("12 ноября"). */
  months: readonly string[]
  /** Standing alone ("ноябрь 2026"). */
  monthsAlone: readonly string[]
  monthsShort: readonly string[]
  /** Sunday first. */
  weekdaysShort: readonly string[]
}

const split = (words: string) => words.split(' ')

const kkMonths = split('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан')
const enMonths = split('January February March April May June July August September October November December')

export const calendarWords: Record<Language, CalendarWords> = {
  kk: {
    months: kkMonths,
    monthsAlone: kkMonths,
    monthsShort: split('қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.'),
    weekdaysShort: split('жс дс сс ср бс жм сб'),
  },
  ru: {
    months: split('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    monthsAlone: split('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    monthsShort: split('янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.'),
    weekdaysShort: split('вс пн вт ср чт пт сб'),
  },
  en: {
    months: enMonths,
    monthsAlone: enMonths,
    monthsShort: split('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    weekdaysShort: split('Sun Mon Tue Wed Thu Fri Sat'),
  },
}
