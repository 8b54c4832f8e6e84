import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'

type CodeFormProps = { next: string | null; reply?: FormReply }

/** The code of the app, or a recovery code, of somebody whose password was right. */
export function CodeForm({ next, reply }: CodeFormProps) {
  const { t } = useLanguage()
  const { errorOf, summary } = readReply(t, reply)
  const isBusy = useNavigation().formData?.has('code')
  return (
    <Form method="post" noValidate className="flex max-w-md flex-col gap-5">
      <ErrorSummary errors={summary()} />
      {next !== null && <input type="hidden" name="next" value={next} />}
      <CodeField label={t('accounts.factor.ask_code')} error={errorOf('code')} isAnyCode />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {t('accounts.factor.ask_submit')}
        </Button>
      </div>
    </Form>
  )
}

type CodeFieldProps = { label: string; error?: string[]; isAnyCode?: boolean }

/** Six digits; `isAnyCode` lets letters in, for recovery codes. */
export function CodeField({ label, error, isAnyCode = false }: CodeFieldProps) {
  return (
    <TextField
      id="code"
      name="code"
      label={label}
      error={error}
      required
      autoComplete="one-time-code"
      inputMode={isAnyCode ? undefined : 'numeric'}
      autoCapitalize="characters"
      spellCheck={false}
      translate="no"
    />
  )
}
