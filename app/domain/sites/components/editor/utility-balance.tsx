import { parseNumber, type UtilityKind } from '#app/domain/kernel/quantity'
import { roundQuantity } from '#app/domain/sites/rules'
import type { Unit } from '#app/platform/i18n/format'
import { useLanguage } from '#app/platform/i18n/use-language'
import { useLiveValues } from './use-live-values'

/** What remains of the installed capacity while the numbers are being typed, and whether the free one fits into it. */
export function UtilityBalance({ kind, unit }: { kind: UtilityKind; unit: Unit }) {
  const { t, format } = useLanguage()
  const path = `utilities.${kind}` as const
  const live = useLiveValues([`${path}.installed`, `${path}.used`, `${path}.reserved`, `${path}.free`])
  const read = (field: 'installed' | 'used' | 'reserved' | 'free') => {
    const verdict = parseNumber(live[`${path}.${field}`])
    return verdict.ok ? verdict.value : null
  }
  const installed = read('installed')
  if (installed === null) return null
  const rest = roundQuantity(installed - (read('used') ?? 0) - (read('reserved') ?? 0))
  const free = read('free')
  const isOff = rest < 0 || (free !== null && free > rest)
  const isUseKnown = read('used') !== null && read('reserved') !== null
  const fitting = isUseKnown ? 'editor.balance.rest' : 'editor.balance.at_most'
  const words = rest < 0 ? 'editor.balance.over' : isOff ? 'editor.balance.too_free' : fitting
  return (
    <output className={`block text-sm ${isOff ? 'text-bad font-medium' : 'text-muted'}`}>
      {t(words, { value: format.quantity(Math.abs(rest), unit) })}
      {!isOff && read('used') === null && `; ${t('editor.balance.used_unknown')}`}
    </output>
  )
}
