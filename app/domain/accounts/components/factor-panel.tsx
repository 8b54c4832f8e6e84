import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { ProofField } from '#app/domain/accounts/components/proof-field'
import type { SecondFactorState } from '#app/domain/accounts/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'

type FactorPanelProps = {
  state: Extract<SecondFactorState, { kind: 'on' }>
  isRequired: boolean
  needsProof: boolean
  reply?: FormReply
}

/** What can be done with a second factor that is on. */
export function FactorPanel({ state, isRequired, needsProof, reply }: FactorPanelProps) {
  const { t } = useLanguage()
  const fields = readReply(t, reply)
  return (
    <Form method="post" noValidate className="max-w-text flex flex-col gap-5">
      <ErrorSummary errors={fields.summary()} />
      <FactorLine state={state} />
      {needsProof && (
        <div className="max-w-md">
          <ProofField reply={fields} />
        </div>
      )}
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <div className="flex flex-col gap-1">
          <Button name="intent" value="renew">
            {t('accounts.factor.renew')}
          </Button>
          <span className="text-muted text-sm">{t('accounts.factor.renew_hint')}</span>
        </div>
        <div>
          <LinkButton to="?replace=1">{t('accounts.factor.replace')}</LinkButton>
        </div>
        {!isRequired && (
          <div className="flex flex-col gap-1">
            <Button name="intent" value="turn_off" look="danger">
              {t('accounts.factor.turn_off')}
            </Button>
            <span className="text-muted text-sm">{t('accounts.factor.turn_off_hint')}</span>
          </div>
        )}
      </div>
    </Form>
  )
}

/** Whether a second factor is on, in a sentence. */
export function FactorLine({ state }: { state: SecondFactorState }) {
  const { t, format } = useLanguage()
  if (state.kind !== 'on') return <p>{t(`accounts.factor.${state.kind}`)}</p>
  return (
    <p>
      {t('accounts.factor.on', { date: format.dateTime(state.since) })}{' '}
      {t('accounts.factor.left', { count: state.recoveryLeft })}
    </p>
  )
}
