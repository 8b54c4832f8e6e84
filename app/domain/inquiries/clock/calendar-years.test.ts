import { foresee, readClocks } from '#app/domain/inquiries/clock/rules'
import { arrivedLog, kazakhClock, moment } from '#tests/builders/inquiry-log'
import { expect, it } from 'vitest'

it.each([
  ['2026-02-16', '2026-03-10', '2026-02-18', 'over the moved Women’s Day'],
  ['2026-10-05', '2026-10-27', '2026-10-07', '15 weekdays would end on Monday 26 October, the moved Republic Day'],
  ['2026-11-26', '2026-12-18', '2026-11-30', 'over Independence Day'],
  ['2027-03-03', '2027-03-31', '2027-03-05', 'over Women’s Day, the new Constitution Day and Nauryz'],
  ['2027-03-19', '2027-04-14', '2027-03-26', 'the Friday before Nauryz, its last day moved to a Wednesday'],
  ['2027-04-16', '2027-05-12', '2027-04-20', 'over Unity, Defender’s and Victory Day, two of them moved'],
  ['2027-06-25', '2027-07-19', '2027-06-29', 'over Capital Day'],
  ['2027-10-04', '2027-10-26', '2027-10-06', '15 weekdays would end on Monday 25 October, Republic Day'],
  ['2027-11-29', '2027-12-21', '2027-12-01', 'over Independence Day'],
])(
  'art. 76.1, 76.5: registered on %s, due by law on %s and by the promise on %s: %s',
  (day, legalDue, firstAnswerDue) => {
    const at = `${day} 10:00`
    const log = arrivedLog(at)
    const report = readClocks(log, moment(at), kazakhClock)
    expect(report).toMatchObject({ registeredOn: day, isCalendarKnown: true })
    expect([report.legal?.due, report.firstAnswer?.due]).toEqual([legalDue, firstAnswerDue])
    expect(foresee(moment(at), kazakhClock)).toMatchObject({ registeredOn: day, legalDue, firstAnswerDue })
  },
)
