import { describe, expect, test } from 'vitest'
import { makeFormat } from './format'
import { translator } from './i18n.server'
import { languages, type Language } from './language'

/** No-break spaces as `_`, so that the tables can be read. */
const shown = (text: string) => text.replaceAll('\u00a0', '_')
const formats = Object.fromEntries(languages.map((lang) => [lang, makeFormat(lang, translator(lang))])) as Record<
  Language,
  ReturnType<typeof makeFormat>
>

type Row = [what: string, write: (format: ReturnType<typeof makeFormat>) => string, kk: string, ru: string, en: string]

const evening = '2026-11-12T19:30:00Z'

const rows: Row[] = [
  ['a number', (f) => f.number(1250.5), '1_250,5', '1_250,5', '1,250.5'],
  ['a large number', (f) => f.number(24_500_000), '24_500_000', '24_500_000', '24,500,000'],
  ['a negative number', (f) => f.number(-3), '-3', '-3', '-3'],
  ['power', (f) => f.quantity(1250, 'kW'), '1_250_кВт', '1_250_кВт', '1,250_kW'],
  ['water', (f) => f.quantity(45, 'm3_day'), '45_м³/тәул.', '45_м³/сут', '45_m³/day'],
  ['heat', (f) => f.quantity(0.9, 'Gcal_h'), '0,9_Гкал/сағ', '0,9_Гкал/ч', '0.9_Gcal/h'],
  ['millions', (f) => f.money(24_500_000), '24,5_млн_₸', '24,5_млн_₸', 'KZT_24.5_million'],
  ['billions', (f) => f.money(8_650_000_000), '8,7_млрд_₸', '8,7_млрд_₸', 'KZT_8.7_billion'],
  ['just under a billion', (f) => f.money(999_600_000), '1_млрд_₸', '1_млрд_₸', 'KZT_1_billion'],
  ['hundreds of millions', (f) => f.money(324_375_000), '324_млн_₸', '324_млн_₸', 'KZT_324_million'],
  ['below a million', (f) => f.money(999_999), '999_999_₸', '999_999_₸', 'KZT_999,999'],
  ['exact money', (f) => f.moneyExact(850), '850_₸', '850_₸', 'KZT_850'],
  ['a share', (f) => f.percent(0.86), '86_%', '86_%', '86%'],
  ['nearly all', (f) => f.percent(0.998), '99_%', '99_%', '99%'],
  ['hardly any', (f) => f.percent(0.001), '1_%', '1_%', '1%'],
  ['an interval', (f) => f.percentRange(0.64, 0.81), '64–81_%', '64–81_%', '64–81%'],
  ['a narrow interval', (f) => f.percentRange(0.641, 0.644), '64_%', '64_%', '64%'],
  ['a day', (f) => f.date('2026-11-12'), '12.11.2026', '12.11.2026', '12 Nov 2026'],
  ['a moment after midnight here', (f) => f.date(evening), '13.11.2026', '13.11.2026', '13 Nov 2026'],
  ['a long day', (f) => f.longDate('2026-11-12'), '2026_жылғы 12_қараша', '12_ноября 2026_г.', '12 November 2026'],
  ['a month', (f) => f.month('2026-11-01'), '2026_жылғы қараша', 'ноябрь 2026', 'November 2026'],
  ['a moment', (f) => f.dateTime(evening), '13.11.2026, 00:30', '13.11.2026, 00:30', '13 Nov 2026, 00:30'],
  [
    'a due moment',
    (f) => f.dayAndTime('2026-11-24T13:00:00Z'),
    'сс 24.11, 18:00',
    'вт 24.11, 18:00',
    'Tue 24 Nov, 18:00',
  ],
  ['a due day', (f) => f.dayAndTime('2026-11-24'), 'сс 24.11', 'вт 24.11', 'Tue 24 Nov'],
  ['one working day', (f) => f.workingDays(1), '1 жұмыс күні', '1 рабочий день', '1 working day'],
  ['two working days', (f) => f.workingDays(2), '2 жұмыс күні', '2 рабочих дня', '2 working days'],
  ['eleven working days', (f) => f.workingDays(11), '11 жұмыс күні', '11 рабочих дней', '11 working days'],
  ['working days in part', (f) => f.workingDays(1.6), '1,6 жұмыс күні', '1,6 рабочего дня', '1.6 working days'],
  ['twenty-one days', (f) => f.days(21), '21 күн', '21 день', '21 days'],
  ['a file', (f) => f.fileSize(1_540_000), '1,5_МБ', '1,5_МБ', '1.5_MB'],
  ['a small file', (f) => f.fileSize(120), '1_КБ', '1_КБ', '1_kB'],
]

describe.each(rows)('%s', (_what, write, kk, ru, en) => {
  test.each([
    ['kk', kk],
    ['ru', ru],
    ['en', en],
  ] as const)('in %s is %s', (language, text) => expect(shown(write(formats[language]))).toBe(text))
})
