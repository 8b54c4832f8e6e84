import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { passwordLength } from '#app/domain/accounts/rules'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { TextField } from '#app/ui/form/text-field'
import { Form, useNavigation } from '@remix-run/react'

type NewPasswordFormProps = { email: string; reply?: FormReply; submit: string }

/** A password that is chosen; the address stands there for the browser that keeps it. */
export function NewPasswordForm({ email, reply, submit }: NewPasswordFormProps) {
  const { t } = useLanguage()
  const { errorOf, summary } = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  const password = { type: 'password', autoComplete: 'new-password', required: true } as const
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={summary()} />
      <TextField
        id="email"
        type="email"
        autoComplete="username"
        label={t('accounts.sign_up.email')}
        defaultValue={email}
        readOnly
      />
      <TextField
        {...password}
        id="password"
        name="password"
        minLength={passwordLength.min}
        label={t('accounts.invitation.password')}
        hint={t('accounts.invitation.password_hint')}
        error={errorOf('password')}
      />
      <TextField
        {...password}
        id="repeat"
        name="repeat"
        label={t('accounts.invitation.repeat')}
        error={errorOf('repeat')}
      />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {submit}
        </Button>
      </div>
    </Form>
  )
}
