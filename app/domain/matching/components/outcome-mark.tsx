import type { OutcomeState } from '#app/domain/matching/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Icon } from '#app/ui/icon'
import { Check, CircleHelp, Contrast, X } from 'lucide-react'

const marks = {
  met: { icon: Check, look: 'text-good' },
  partly: { icon: Contrast, look: 'text-wheat-ink' },
  not_met: { icon: X, look: 'text-bad' },
  unknown: { icon: CircleHelp, look: 'text-wheat-ink' },
} as const

/** Whether a need is met: a sign of its own shape, its word beside it or for readers aloud. */
export function OutcomeMark({ state, isShort = false }: { state: OutcomeState; isShort?: boolean }) {
  const { t } = useLanguage()
  const { icon, look } = marks[state]
  return (
    <span className={`inline-flex items-start gap-1.5 ${look}`}>
      <Icon of={icon} size={16} className="mt-1" />
      <span className={isShort ? 'sr-only' : 'font-medium'}>{t(`matching.state.${state}`)}</span>
    </span>
  )
}
