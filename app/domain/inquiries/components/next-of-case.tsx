import { useLanguage } from '#app/platform/i18n/use-language'
import type { WorkflowState } from '../clock/model'
import { isClosed } from '../clock/workflow'

const open = ['routed', 'accepted', 'in_dialogue', 'deficient', 'visit', 'offer', 'reopened'] as const

/** What happens next with a part, in one sentence; `isRated`: there is nothing left to say about how it went. */
export function NextOfCase({ state, isRated }: { state: WorkflowState; isRated: boolean }) {
  const { t } = useLanguage()
  const known = open.find((candidate) => candidate === state)
  const word = known ?? (isClosed(state) ? (isRated ? 'closed_rated' : 'closed') : null)
  if (word === null) return null
  return (
    <p className="max-w-text">
      <span className="text-muted">{t('investor.case.next')}: </span>
      {t(`investor.case.next_of.${word}`)}
    </p>
  )
}
