import { NewPasswordFields } from '#app/domain/accounts/components/account-fields'
import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { LinkButton } from '#app/ui/link-button'
import { useNavigation } from '@remix-run/react'

/** The password of today and the next one; the address stands there for the browser that keeps them. */
export function ChangePasswordForm({ email, reply }: { email: string; reply?: FormReply }) {
  const { t, href } = useLanguage()
  const fields = readReply(t, reply)
  const { errorOf, summary } = fields
  const isBusy = useNavigation().formData?.get('intent') === 'password'
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={summary()} />
      <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
      <TextField
        id="current"
        name="current"
        type="password"
        autoComplete="current-password"
        required
        label={t('accounts.security.current')}
        error={errorOf('current')}
      />
      <NewPasswordFields reply={fields} label={t('accounts.security.new')} />
      <div className="flex flex-wrap items-center gap-3">
        <Button name="intent" value="password" look="primary" isBusy={isBusy}>
          {t('accounts.security.submit')}
        </Button>
        <LinkButton look="quiet" to={href('/reset-password')}>
          {t('accounts.security.forgot')}
        </LinkButton>
      </div>
    </Form>
  )
}
