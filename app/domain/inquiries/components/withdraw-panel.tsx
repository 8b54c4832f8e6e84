import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'
import { readReply, type FormReply } from './form-reply'

type WithdrawPanelProps = {
  formKey: string
  keepTo: string
  reply: FormReply | undefined
  /** The one part that is meant, with its body; null for the whole inquiry. */
  part: { part: number; body: Localized } | null
}

/** Asks once more before the whole inquiry, or one part of it, is taken back. */
export function WithdrawPanel({ formKey, keepTo, reply, part }: WithdrawPanelProps) {
  const { t, lang } = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Panel
      title={t(part === null ? 'inquiries.case.withdraw_title' : 'investor.case.withdraw_part_title')}
      tone="attention"
    >
      <ErrorSummary errors={readReply(t, reply).summary()} />
      <p>
        {part === null
          ? t('inquiries.case.withdraw_text')
          : t('investor.case.withdraw_part_text', { body: chooseText(part.body, lang).text })}
      </p>
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="form" value={formKey} />
        {part !== null && <input type="hidden" name="part" value={part.part} />}
        <Button look="danger" isBusy={isBusy}>
          {t(part === null ? 'inquiries.case.withdraw' : 'investor.case.withdraw_part')}
        </Button>
        <LinkButton to={keepTo}>{t('inquiries.case.withdraw_keep')}</LinkButton>
      </Form>
    </Panel>
  )
}

/** Leads to the question; on its own at the end of the page. */
export function WithdrawLink({ to }: { to: string }) {
  const { t } = useLanguage()
  return (
    <div className="border-line border-t pt-6" data-no-print>
      <LinkButton to={to} look="quiet" isFlush>
        {t('inquiries.case.withdraw')}
      </LinkButton>
    </div>
  )
}
