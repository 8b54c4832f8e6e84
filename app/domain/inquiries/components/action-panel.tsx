import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Body } from '#app/domain/routing/model'
import type { BodyCase } from '../model'
import type { PanelKey } from './action-bar'
import { AnswerForm, NoteForm, RedirectForm, StepForm, type ActionFormProps } from './action-forms'

type ActionPanelProps = ActionFormProps & {
  panel: PanelKey
  inquiry: BodyCase
  bodies: readonly Body[]
  today: LocalDate
}

/** The form of the chosen action; sending it is the confirmation of what ends a case. */
export function ActionPanel({ panel, inquiry, bodies, today, ...form }: ActionPanelProps) {
  return (
    <div className="border-line bg-surface rounded-lg border p-4 sm:p-5">
      {panel === 'answer' && <AnswerForm {...form} inquiry={inquiry} />}
      {panel === 'note' && <NoteForm {...form} />}
      {panel === 'redirect' && <RedirectForm {...form} inquiry={inquiry} bodies={bodies} today={today} />}
      {panel !== 'answer' && panel !== 'note' && panel !== 'redirect' && <StepForm {...form} step={panel} />}
    </div>
  )
}
