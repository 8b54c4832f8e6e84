import { EmailField } from '#app/domain/accounts/components/account-fields'
import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'

type SignInFormProps = { reply?: FormReply; next: string | null; filled: { email: string; password: string } | null }

/** Address and password; `filled` is what a press on a demo account puts in. */
export function SignInForm({ reply, next, filled }: SignInFormProps) {
  const { t } = useLanguage()
  const fields = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5" key={filled?.email}>
      <ErrorSummary errors={fields.summary()} />
      {next !== null && <input type="hidden" name="next" value={next} />}
      <EmailField reply={fields} filled={filled?.email} autoComplete="username" />
      <TextField
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        label={t('accounts.sign_in.password')}
        defaultValue={reply ? undefined : filled?.password}
        error={fields.errorOf('password')}
        required
      />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {t('accounts.sign_in.submit')}
        </Button>
      </div>
    </Form>
  )
}
