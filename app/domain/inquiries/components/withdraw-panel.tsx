import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { LinkButton } from '#app/ui/link-button'
import { Panel } from '#app/ui/panel'
import { Form, useNavigation } from '@remix-run/react'
import { readReply, type FormReply } from './form-reply'

type WithdrawPanelProps = { formKey: string; keepTo: string; reply: FormReply | undefined }

/** Asks once more before the whole inquiry is taken back. */
export function WithdrawPanel({ formKey, keepTo, reply }: WithdrawPanelProps) {
  const { t } = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Panel title={t('inquiries.case.withdraw_title')} tone="attention">
      <ErrorSummary errors={readReply(t, reply).summary()} />
      <p>{t('inquiries.case.withdraw_text')}</p>
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="form" value={formKey} />
        <Button look="danger" isBusy={isBusy}>
          {t('inquiries.case.withdraw')}
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
      <LinkButton to={to} look="quiet">
        {t('inquiries.case.withdraw')}
      </LinkButton>
    </div>
  )
}
