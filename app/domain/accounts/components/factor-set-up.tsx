import { CodeField } from '#app/domain/accounts/components/code-form'
import { readReply, type FormReply } from '#app/domain/accounts/components/form-reply'
import { ProofField } from '#app/domain/accounts/components/proof-field'
import type { FactorOffer } from '#app/domain/accounts/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { useNavigation } from '@remix-run/react'

type FactorSetUpProps = { offer: FactorOffer; next: string | null; needsProof: boolean; reply?: FormReply }

/** Three steps: an app, its code as picture and text, and the digits that show that it works. */
export function FactorSetUp({ offer, next, needsProof, reply }: FactorSetUpProps) {
  const { t } = useLanguage()
  const fields = readReply(t, reply)
  const isBusy = useNavigation().formData?.get('intent') === 'turn_on'
  return (
    <Form method="post" noValidate className="max-w-text flex flex-col gap-5">
      <ErrorSummary errors={fields.summary()} />
      <input type="hidden" name="offer" value={offer.sealed} />
      {next !== null && <input type="hidden" name="next" value={next} />}
      <p>{t('accounts.factor.step_app')}</p>
      <p>{t('accounts.factor.step_scan')}</p>
      <div className="flex flex-wrap items-center gap-6">
        <svg
          viewBox={`0 0 ${offer.qr.side} ${offer.qr.side}`}
          shapeRendering="crispEdges"
          className="size-52 shrink-0 rounded-sm bg-white text-black"
          role="img"
          aria-label={t('accounts.factor.qr')}
        >
          <path d={offer.qr.path} fill="currentColor" />
        </svg>
        <div className="flex flex-col gap-3">
          <p>
            <span className="text-muted block text-sm">{t('accounts.factor.key')}</span>
            <code translate="no" className="text-lg break-words">
              {offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </code>
          </p>
          <a href={offer.uri} className="text-link underline">
            {t('accounts.factor.open_app')}
          </a>
        </div>
      </div>
      <p>{t('accounts.factor.step_code')}</p>
      <div className="max-w-md">
        <CodeField label={t('accounts.factor.code')} error={fields.errorOf('code')} />
      </div>
      {needsProof && (
        <div className="max-w-md">
          <ProofField reply={fields} />
        </div>
      )}
      <div>
        <Button look="primary" name="intent" value="turn_on" isBusy={isBusy}>
          {t('accounts.factor.turn_on')}
        </Button>
      </div>
    </Form>
  )
}
