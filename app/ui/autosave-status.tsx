import { Check, CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon'

export type AutosaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed'

/** Whether what was typed is safe; `savedAt` is the clock time, "14:32". */
export function AutosaveStatus({ state, savedAt }: { state: AutosaveState; savedAt?: string | null }) {
  const { t } = useTranslation()
  return (
    <p
      role={state === 'failed' ? 'alert' : 'status'}
      className={`flex min-h-6 items-center gap-2 text-sm ${state === 'failed' ? 'text-bad font-semibold' : 'text-muted'}`}
    >
      {state === 'saved' && <Icon of={Check} size={16} />}
      {state === 'failed' && <Icon of={CircleAlert} size={16} />}
      {state === 'saved' ? t('ui.autosave.saved', { time: savedAt ?? '' }) : t(`ui.autosave.${state}`)}
    </p>
  )
}
