import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'

type EraseAccountPanelProps = { email: string; open: readonly string[]; others: number; reply: FormReply | undefined }

/** Says what is lost and what stays, and asks for the password. */
export function EraseAccountPanel({ email, open, others, reply }: EraseAccountPanelProps) {
  const { t, format } = useLanguage()
  const { errorOf, summary } = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Panel title={t('erasure.account.title')} tone="attention">
      <ErrorSummary errors={summary()} />
      <h3 className="font-semibold">{t('erasure.account.lost')}</h3>
      <p>{t('erasure.account.lost_list')}</p>
      <h3 className="font-semibold">{t('erasure.account.stays')}</h3>
      <p>{t('erasure.account.stays_list')}</p>
      {open.length > 0 && (
        <p>
          {t('erasure.account.open', { count: open.length, value: format.number(open.length) })}{' '}
          <span translate="no">{open.join(', ')}</span>
        </p>
      )}
      {others > 0 && <p>{t('erasure.account.others', { count: others, value: format.number(others) })}</p>}
      <Form method="post" noValidate className="flex flex-col gap-4">
        {/* For password managers: whose password it is. */}
        <input type="email" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
        <TextField
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          label={t('erasure.account.password')}
          error={errorOf('password')}
          required
        />
        <div>
          <Button look="danger" isBusy={isBusy}>
            {t('erasure.account.submit')}
          </Button>
        </div>
      </Form>
    </Panel>
  )
}
