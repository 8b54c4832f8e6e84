import { parseLocalDate } from '#app/domain/kernel/local-date'
import { parseNumber, type NumberLimits } from '#app/domain/kernel/quantity'
import { mostMonths, type Parameter, type RuleSetBody } from './model'

export type RuleSetFault =
  | 'missing'
  | 'not_a_number'
  | 'not_whole'
  | 'not_a_date'
  | 'before_start'
  | 'citation_missing'
  | 'too_long'
  | 'too_large'

/** What an admin changes of a version: values with their sources, what it rests on, and when it holds. */
export type RuleSetChange = {
  parameters: { code: string; value: Parameter['value']; citation: string }[]
  citation: string
  validFrom: string | null
  validUntil: string | null
}

export type ReadRuleSetForm = { change: RuleSetChange; faults: Record<string, RuleSetFault>; mark: string }

const mostText = 1000

/** Name of the control of a parameter's value, or of its source. */
export function parameterField(code: string, part: 'value' | 'citation'): string {
  return `${part}.${code}`
}

/**
 * Reads the form of a version. Every value needs its source, so that nobody has to believe a figure. An empty value is
 * an honest one. Faults are named by control; a form with faults is not to be saved.
 */
export function readRuleSetForm(form: FormData, body: RuleSetBody): ReadRuleSetForm {
  const faults: Record<string, RuleSetFault> = {}
  const text = (name: string) => {
    const typed = form.get(name)
    const trimmed = typeof typed === 'string' ? typed.trim() : ''
    if (trimmed.length > mostText) faults[name] = 'too_long'
    return trimmed
  }
  const day = (name: string) => {
    const typed = text(name)
    if (typed === '') return null
    if (parseLocalDate(typed).ok) return typed
    faults[name] = 'not_a_date'
    return null
  }
  const parameters = body.parameters.map((parameter) => {
    const { value, fault } = readValue(parameter, text(parameterField(parameter.code, 'value')))
    if (fault) faults[parameterField(parameter.code, 'value')] ??= fault
    const source = parameterField(parameter.code, 'citation')
    const citation = text(source)
    if (value !== null && citation === '') faults[source] ??= 'citation_missing'
    return { code: parameter.code, value, citation }
  })
  const [validFrom, validUntil] = [day('validFrom'), day('validUntil')]
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) faults.validUntil ??= 'before_start'
  return { change: { parameters, citation: text('citation'), validFrom, validUntil }, faults, mark: text('mark') }
}

/** What a parameter takes in its unit; elsewhere whatever is a number. */
const bounds: Partial<Record<NonNullable<Parameter['unit']>, NumberLimits>> = {
  months: { max: mostMonths, decimals: 0 },
  years: { max: mostMonths / 12, decimals: 0 },
  percent: { max: 100 },
}

function readValue({ type, unit }: Parameter, typed: string): { value: Parameter['value']; fault?: RuleSetFault } {
  if (typed === '') return { value: null }
  if (type === 'text') return { value: typed }
  const verdict = parseNumber(typed, unit === null ? {} : bounds[unit])
  if (verdict.ok) return { value: verdict.value }
  if (verdict.code === 'too_many_decimals') return { value: null, fault: 'not_whole' }
  return { value: null, fault: verdict.code === 'too_large' ? 'too_large' : 'not_a_number' }
}

/** What keeps a version from being published, by control; empty when nothing does. */
export function missingForPublication(version: {
  citation: string
  validFrom: string | null
}): Record<string, RuleSetFault> {
  return {
    ...(version.citation === '' ? { citation: 'citation_missing' as const } : {}),
    ...(version.validFrom === null ? { validFrom: 'missing' as const } : {}),
  }
}
