import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Body } from '#app/domain/routing/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { isClosed } from '../clock/workflow'
import type { AnswerDraft, BodyCase } from '../model'
import { ActionBar, type PanelKey } from './action-bar'
import { AcceptForm } from './action-forms'
import { ActionPanel } from './action-panel'
import { ExtensionPanel } from './extension-panel'
import type { FormReply } from './form-reply'
import { VisitCard } from './visit-card'

type CaseWorkProps = {
  inquiry: BodyCase
  /** The form that is open; null for none. */
  panel: PanelKey | null
  to: (panel: PanelKey) => string
  bodies: readonly Body[]
  today: LocalDate
  /** One key for each form that can be sent from the page. */
  keys: { form: string; accept: string; decision: string }
  reply: FormReply | undefined
  drafts: readonly AnswerDraft[]
  template: string | null
  kept: readonly [string, string][]
}

/** What can be done to the case now, below its conversation. */
export function CaseWork({ inquiry, panel, to, bodies, today, keys, reply, ...answer }: CaseWorkProps) {
  const { t } = useLanguage()
  const isDecision = reply?.initialValue?.intent === 'decide_extension'
  return (
    <>
      <Visits inquiry={inquiry} to={to} />
      <ExtensionPanel inquiry={inquiry} formKey={keys.decision} reply={isDecision ? reply : undefined} />
      {inquiry.actions.includes('accepted') && <AcceptForm formKey={keys.accept} />}
      {!inquiry.canAct && <Notice tone="neutral">{t('spk.not_yours')}</Notice>}
      {inquiry.canAct && isClosed(inquiry.state) && (
        <Notice tone="neutral" title={t('spk.closed')}>
          {t('spk.closed_text')}
        </Notice>
      )}
      {inquiry.actions.length > 0 && <ActionBar actions={inquiry.actions} current={panel} to={to} />}
      {panel !== null && (
        <ActionPanel
          key={panel}
          panel={panel}
          inquiry={inquiry}
          bodies={bodies}
          today={today}
          {...answer}
          formKey={keys.form}
          reply={isDecision ? undefined : reply}
        />
      )}
    </>
  )
}

function Visits({ inquiry, to }: Pick<CaseWorkProps, 'inquiry' | 'to'>) {
  const { t, href } = useLanguage()
  return inquiry.visits.map((visit) => (
    <VisitCard key={visit.id} visit={visit} file={href(`/spk/visits/${visit.id}/visit.ics`)}>
      {inquiry.actions.includes('visit_moved') && !visit.isPast && (
        <div className="flex flex-wrap gap-3" data-no-print>
          <LinkButton to={to('visit_move')} preventScrollReset>
            {t('visits.move')}
          </LinkButton>
          <LinkButton to={to('visit_cancel')} preventScrollReset>
            {t('visits.cancel')}
          </LinkButton>
        </div>
      )}
    </VisitCard>
  ))
}
