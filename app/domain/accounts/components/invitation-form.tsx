import { NewPasswordFields } from '#app/domain/accounts/components/account-fields'
import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'

type InvitationFormProps = { email: string; name: string; reply?: FormReply }

/** Name and password of a person who has no account yet; the address is that of the invitation. */
export function InvitationForm({ email, name, reply }: InvitationFormProps) {
  const { t } = useLanguage()
  const fields = readReply(t, reply)
  const { valueOf, errorOf, summary } = fields
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={summary()} />
      <TextField
        id="email"
        type="email"
        autoComplete="username"
        label={t('accounts.invitation.email')}
        hint={t('accounts.invitation.email_hint')}
        defaultValue={email}
        readOnly
      />
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        label={t('accounts.invitation.name')}
        defaultValue={valueOf('name', name)}
        error={errorOf('name')}
        required
      />
      <NewPasswordFields reply={fields} label={t('accounts.invitation.password')} />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {t('accounts.invitation.submit')}
        </Button>
      </div>
    </Form>
  )
}
