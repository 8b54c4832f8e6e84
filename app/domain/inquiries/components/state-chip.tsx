import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, type Tone } from '#app/ui/chip'
import type { WorkflowState } from '../clock/model'

const tones: Partial<Record<WorkflowState, Tone>> = {
  contracted: 'good',
  declined: 'bad',
  returned: 'bad',
  routed: 'attention',
  reopened: 'attention',
  withdrawn: 'neutral',
}

/** Where the case stands. */
export function StateChip({ state }: { state: WorkflowState }) {
  const { t } = useLanguage()
  return <Chip tone={tones[state] ?? 'accent'}>{t(`inquiries.state.${state}`)}</Chip>
}
