import { EmailField } from '#app/domain/accounts/components/account-fields'
import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { ProofField } from '#app/domain/accounts/components/proof-field'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { useNavigation } from '@remix-run/react'

/** Another address to sign in with. */
export function EmailChangeForm({ needsProof, reply }: { needsProof: boolean; reply?: FormReply }) {
  const { t } = useLanguage()
  const fields = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={fields.summary()} />
      <EmailField reply={fields} autoComplete="email" label={t('accounts.email_change.email')} />
      {needsProof && <ProofField reply={fields} />}
      <div>
        <Button look="primary" isBusy={isBusy}>
          {t('accounts.email_change.submit')}
        </Button>
      </div>
    </Form>
  )
}
