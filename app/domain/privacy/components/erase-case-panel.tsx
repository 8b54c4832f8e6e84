import { readReply, type FormReply } from '#app/domain/inquiries/components/form-reply'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'

/** Says what becomes of one inquiry, whose address is the check. */
export function EraseCasePanel({ reply }: { reply: FormReply | undefined }) {
  const { t } = useLanguage()
  const { valueOf, errorOf, summary } = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Panel title={t('erasure.case.open')} tone="attention">
      <ErrorSummary errors={summary()} />
      <p>{t('erasure.case.text')}</p>
      <Form method="post" noValidate className="flex flex-col gap-4">
        <TextField
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          label={t('erasure.case.email')}
          hint={t('erasure.case.email_hint')}
          defaultValue={valueOf('email')}
          error={errorOf('email')}
          required
        />
        <div>
          <Button look="danger" isBusy={isBusy}>
            {t('erasure.case.submit')}
          </Button>
        </div>
      </Form>
    </Panel>
  )
}
