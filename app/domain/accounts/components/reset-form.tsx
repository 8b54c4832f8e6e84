import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { TextField } from '#app/ui/form/text-field'
import { Form, useNavigation } from '@remix-run/react'

/** Whose password is forgotten; the new one is chosen after the letter. Sent twice, one opened form is one letter. */
export function ResetForm({ reply, formKey }: { reply?: FormReply; formKey: string }) {
  const { t } = useLanguage()
  const { valueOf, errorOf, summary } = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={summary()} />
      <input type="hidden" name="form" value={valueOf('form', formKey)} />
      <TextField
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        label={t('accounts.reset.email')}
        defaultValue={valueOf('email')}
        error={errorOf('email')}
        required
      />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {t('accounts.reset.submit')}
        </Button>
      </div>
    </Form>
  )
}
