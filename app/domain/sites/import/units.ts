import { parseNumber } from '#app/domain/kernel/quantity'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import type { FieldUnit } from '../fields/field'

type Factors = Readonly<Record<string, number>>

const table = (...rows: string[]): Factors =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const [factor = '1', ...words] = row.split(' ')
      return words.map((word) => [word, Number(factor)])
    }),
  )

const area = table('1 м2 m2 квм sqm шм', '10000 га ha', '1000 тысм2 мыңм2')

/** How units are written, without spaces and points, and what they are in the unit of the field. */
const factorsOf: Record<FieldUnit, Factors> = {
  kW: table('1 квт kw', '1000 мвт mw', '1000000 гвт gw', '0.001 вт w'),
  m3_day: table(
    '1 м3/сут м3/сутки м3/день м3/тәу м3/тәул м3/тәулік m3/day m3/d',
    '24 м3/ч м3/час м3/сағ m3/h',
    '86.4 л/с l/s',
    '1000 тысм3/сут тысм3/сутки мыңм3/тәу мыңм3/тәул',
  ),
  Gcal_h: table('1 гкал/ч гкал/час гкал/сағ gcal/h'),
  m3_h: table('1 м3/ч м3/час м3/сағ m3/h', '1000 тысм3/ч тысм3/час мыңм3/сағ'),
  t_h: table('1 т/ч т/час т/сағ t/h', '0.001 кг/ч кг/час кг/сағ kg/h'),
  Mbit_s: table('1 мбит/с mbit/s mbps', '1000 гбит/с gbit/s gbps', '0.001 кбит/с kbit/s kbps'),
  m2: area,
  ha: table('1 га ha', '0.0001 м2 m2 квм sqm шм', '0.01 сот соток сотка', '100 км2 km2'),
  m3: table('1 м3 m3 кубм', '1000 тысм3 мыңм3'),
  m: table('1 м m', '1000 км km', '0.01 см cm', '0.001 мм mm'),
  mm: table('1 мм mm', '10 см cm', '1000 м m'),
  km: table('1 км km', '0.001 м m'),
  kV: table('1 кв kv', '0.001 в v'),
  t: table('1 т t', '0.001 кг kg'),
  t_m2: table('1 т/м2 t/m2', '0.001 кг/м2 kg/m2'),
  MPa: table('1 мпа mpa', '0.001 кпа kpa', '0.1 бар bar'),
  percent: table('1 % пайыз процент процентов percent'),
  working_day: table('1 дн день дня дней рабдн күн жұмыскүні days day'),
  KZT: table('1 ₸ тг тенге теңге kzt', '1000 тыс мың k', '1000000 млн mln m', '1000000000 млрд bln'),
}

/** Number as text, `isConverted` when it was written in another unit. */
export type Amount = { text: string; isConverted: boolean }

/**
 * A number with or without a unit after it, in the unit of the field: `400 кВт`, `1,2 МВт`, `24,5 млн ₸`. What is no
 * number at all is handed on as it is. Says `unknown_unit` with the unit for one that does not belong to the field.
 */
export function readAmount(text: string, unit: FieldUnit | undefined): Verdict<Amount, 'unknown_unit'> {
  const parts = /^([-−–]?\s?\d[\d\s\u00a0\u202f.,]*)([^\d\s.,].*)$/u.exec(text.trim())
  const [digits = '', written = ''] = [parts?.[1]?.trim(), parts?.[2]?.trim()]
  const verdict = parseNumber(digits)
  if (parts === null || !verdict.ok) return yes({ text, isConverted: false })
  const factor = unit === undefined ? undefined : factorFor(written, unit)
  if (factor === undefined) return no('unknown_unit', { unit: written.slice(0, 40) })
  if (factor === 1) return yes({ text: digits, isConverted: false })
  return yes({ text: plainNumber(Number((verdict.value * factor).toPrecision(12))), isConverted: true })
}

function factorFor(written: string, unit: FieldUnit): number | undefined {
  const word = written
    .toLowerCase()
    .replaceAll('³', '3')
    .replaceAll('²', '2')
    .replace(/[\s\u00a0.]/g, '')
    .replace('·', '')
  const factors = factorsOf[unit]
  const currency = unit === 'KZT' ? word.replace(/(₸|тг|тенге|теңге|kzt)$/u, '') : word
  return factors[word] ?? (currency === '' ? 1 : factors[currency])
}

const plain = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 })

/** A number without groups and exponents, as `parseNumber` reads it. */
export function plainNumber(value: number): string {
  return plain.format(value)
}
