import type { Localized } from '#app/domain/kernel/localized'
import { parseNumber } from '#app/domain/kernel/quantity'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { limits, textLimits } from '../limits'
import { mostUnitsAtOnce } from '../premises-rules'
import { cleanText } from './field-reader'
import { typedText, type Fault, type Faults, type FormFields } from './form-fields'

export type UnitRow = { name: Localized; areaM2: number | null }

/**
 * The rows `units.<n>.name.kk`, `.name.ru`, `.name.en`, `.area` of the form that splits a site; a row without a name is
 * left out. Says `nothing` when there is none, and names the faults of the fields.
 */
export function readUnits(fields: FormFields): Verdict<UnitRow[], 'nothing' | 'faults'> & { faults: Faults } {
  const faults: Faults = {}
  const rows: UnitRow[] = []
  for (let index = 0; index < mostUnitsAtOnce; index += 1) {
    const name = readName(fields, `units.${index}.name`, faults)
    const area = readArea(typedText(fields, `units.${index}.area`) ?? '')
    if (name === null) {
      if (area.value !== null) faults[`units.${index}.name.kk`] = { code: 'name_missing' }
      continue
    }
    if (area.fault) faults[`units.${index}.area`] = area.fault
    rows.push({ name, areaM2: area.value })
  }
  if (Object.keys(faults).length > 0) return { ...no('faults'), faults }
  return rows.length === 0 ? { ...no('nothing'), faults } : { ...yes(rows), faults }
}

/** The name in three languages; null when it is written in none. */
export function readName(fields: FormFields, name: string, faults: Faults): Localized | null {
  const read = (language: keyof Localized) => {
    const text = cleanText(typedText(fields, `${name}.${language}`) ?? '')
      .replace(/\s+/gu, ' ')
      .trim()
    if (text.length > textLimits.name)
      faults[`${name}.${language}`] = { code: 'too_long', params: { max: textLimits.name } }
    return text.slice(0, textLimits.name)
  }
  const text = { kk: read('kk'), ru: read('ru'), en: read('en') }
  return text.kk === '' && text.ru === '' && text.en === '' ? null : text
}

function readArea(typed: string): { value: number | null; fault?: Fault } {
  if (typed.trim() === '') return { value: null }
  const verdict = parseNumber(typed, { max: limits.areaM2 })
  if (verdict.ok) return { value: verdict.value }
  const code = verdict.code === 'too_many_decimals' ? 'not_a_number' : verdict.code
  return { value: null, fault: { code, params: verdict.params } }
}
