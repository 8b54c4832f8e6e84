import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Body } from '#app/domain/routing/model'
import type { AnswerDraft, BodyCase } from '../model'
import type { PanelKey } from './action-bar'
import { AnswerForm, NoteForm, RedirectForm, type ActionFormProps } from './action-forms'
import { DeficiencyForm, DuplicateForm, ExtensionForm, ReopenForm, SpamForm, StepForm } from './step-forms'
import { TemplateChooser } from './template-chooser'
import { CancelVisitForm, ProposalForm } from './visit-forms'

type ActionPanelProps = ActionFormProps & {
  panel: PanelKey
  inquiry: BodyCase
  bodies: readonly Body[]
  today: LocalDate
  /** Prepared texts for the answer, the key of the one that was chosen, and what its choice keeps of the address. */
  drafts: readonly AnswerDraft[]
  template: string | null
  kept: readonly [string, string][]
}

/** The form of the chosen action; sending it is the confirmation of what ends a case. */
export function ActionPanel(props: ActionPanelProps) {
  return (
    <div id="panel" className="border-line bg-surface rounded-lg border p-4 sm:p-5">
      <ChosenForm {...props} />
    </div>
  )
}

function ChosenForm({ panel, inquiry, bodies, today, drafts, template, kept, ...form }: ActionPanelProps) {
  const visit = inquiry.visits.find(({ isPast }) => !isPast) ?? null
  switch (panel) {
    case 'answer':
      return (
        <>
          <TemplateChooser drafts={drafts} chosen={template} kept={kept} field="text" />
          <AnswerForm
            {...form}
            key={template}
            inquiry={inquiry}
            draft={drafts.find(({ key }) => key === template)?.text ?? ''}
          />
        </>
      )
    case 'note':
      return <NoteForm {...form} />
    case 'redirect':
      return <RedirectForm {...form} inquiry={inquiry} bodies={bodies} today={today} />
    case 'deficient':
      return <DeficiencyForm {...form} inquiry={inquiry} />
    case 'extend':
      return <ExtensionForm {...form} inquiry={inquiry} />
    case 'visit':
      return <ProposalForm {...form} today={today} visit={null} />
    case 'visit_move':
      return <ProposalForm {...form} today={today} visit={visit} />
    case 'visit_cancel':
      return visit && <CancelVisitForm {...form} visit={visit} />
    case 'duplicate':
      return <DuplicateForm {...form} />
    case 'spam':
      return <SpamForm {...form} />
    case 'reopen':
      return <ReopenForm {...form} inquiry={inquiry} />
    default:
      return <StepForm {...form} step={panel} />
  }
}
