import { NewPasswordFields } from '#app/domain/accounts/components/account-fields'
import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'

type NewPasswordFormProps = { email: string; reply?: FormReply; submit: string }

/** A password that is chosen; the address stands there for the browser that keeps it. */
export function NewPasswordForm({ email, reply, submit }: NewPasswordFormProps) {
  const { t } = useLanguage()
  const fields = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={fields.summary()} />
      <TextField
        id="email"
        type="email"
        autoComplete="username"
        label={t('accounts.sign_up.email')}
        defaultValue={email}
        readOnly
      />
      <NewPasswordFields reply={fields} label={t('accounts.invitation.password')} />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {submit}
        </Button>
      </div>
    </Form>
  )
}
