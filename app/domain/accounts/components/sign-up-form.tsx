import { EmailField } from '#app/domain/accounts/components/account-fields'
import { ConsentField } from '#app/domain/accounts/components/consent-field'
import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { languageNames, languages } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'

type SignUpFormProps = {
  reply?: FormReply
  /** Key of this opened form: sent twice it is one letter. */
  formKey: string
}

/** Who wants an account; the password is chosen after the letter. */
export function SignUpForm({ reply, formKey }: SignUpFormProps) {
  const { t, lang } = useLanguage()
  const fields = readReply(t, reply)
  const { valueOf, errorOf, summary } = fields
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={summary()} />
      <input type="hidden" name="form" value={valueOf('form', formKey)} />
      <div hidden>
        <label htmlFor="website">{t('accounts.sign_up.website')}</label>
        <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
      </div>
      <TextField
        id="name"
        name="name"
        autoComplete="name"
        label={t('accounts.sign_up.name')}
        defaultValue={valueOf('name')}
        error={errorOf('name')}
        required
      />
      <EmailField reply={fields} hint={t('accounts.sign_up.email_hint')} autoComplete="email" />
      <SelectField
        id="locale"
        name="locale"
        label={t('accounts.sign_up.language')}
        defaultValue={valueOf('locale', lang)}
        error={errorOf('locale')}
        emptyLabel={null}
        options={languages.map((value) => ({ value, label: languageNames[value].full }))}
      />
      <ConsentField purpose="account" error={errorOf('consent')} isChecked={valueOf('consent') === 'on'} />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {t('accounts.sign_up.submit')}
        </Button>
      </div>
    </Form>
  )
}
