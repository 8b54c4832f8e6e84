import type { Unit } from '#app/platform/i18n/format'
import { useLanguage } from '#app/platform/i18n/use-language'
import { useFaultWords } from '#app/domain/sites/components/editor/use-editor-field'
import type { FaultCode } from '#app/domain/sites/form/form-fields'
import { rowProblems, type Likeness, type Problem } from '../model'

/** What is wrong with a cell, in words; numbers as the language of the page writes them. */
export function useProblemWords(): (problem: Problem) => string {
  const { t, format } = useLanguage()
  const sayFault = useFaultWords()
  return ({ code, params = {} }) => {
    const own = rowProblems.find((known) => known === code)
    if (own === undefined) return sayFault({ code: code as FaultCode, params })
    const { value, unit, ...rest } = params
    const isAmount = typeof value === 'number'
    const amount = isAmount && typeof unit === 'string' && unit !== '' ? format.quantity(value, unit as Unit) : null
    const facts = { ...rest, unit: unit ?? '', value: amount ?? (isAmount ? format.number(value, 6) : (value ?? '')) }
    // Every problem has its words; which facts they need differs, so the types of `t` cannot tell.
    return (t as (key: string, facts: Record<string, string | number>) => string)(`imports.problem.${own}`, facts)
  }
}

/** Why two sites may be one. */
export function useLikenessWords(): (likeness: Likeness) => string {
  const { t, format } = useLanguage()
  return ({ reason, distanceM }) =>
    reason === 'near'
      ? t('imports.likeness.near', { metres: format.number(distanceM ?? 0) })
      : t(`imports.likeness.${reason}`)
}
