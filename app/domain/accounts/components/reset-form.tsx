import { EmailField } from '#app/domain/accounts/components/account-fields'
import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { useNavigation } from '@remix-run/react'

/** Whose password is forgotten; the new one is chosen after the letter. Sent twice, one opened form is one letter. */
export function ResetForm({ reply, formKey }: { reply?: FormReply; formKey: string }) {
  const { t } = useLanguage()
  const fields = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={fields.summary()} />
      <input type="hidden" name="form" value={fields.valueOf('form', formKey)} />
      <EmailField reply={fields} autoComplete="username" />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {t('accounts.reset.submit')}
        </Button>
      </div>
    </Form>
  )
}
