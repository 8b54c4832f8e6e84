import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { ProofField } from '#app/domain/accounts/components/proof-field'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'

/** Whom an administrator has been asked to erase, and how they were asked. */
export function EraseOnRequestForm({ reply, needsProof }: { reply: FormReply | undefined; needsProof: boolean }) {
  const { t } = useLanguage()
  const fields = readReply(t, reply)
  const { valueOf, errorOf, summary } = fields
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={summary()} />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="off"
        label={t('erasure.request.email')}
        defaultValue={valueOf('email')}
        error={errorOf('email')}
        required
      />
      <TextField
        id="reason"
        name="reason"
        label={t('erasure.request.reason')}
        hint={t('erasure.request.reason_hint')}
        defaultValue={valueOf('reason')}
        error={errorOf('reason')}
        required
      />
      {needsProof && <ProofField reply={fields} />}
      <div>
        <Button look="danger" isBusy={isBusy}>
          {t('erasure.request.submit')}
        </Button>
      </div>
    </Form>
  )
}
