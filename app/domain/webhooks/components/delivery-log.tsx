import type { DeliveryLine, WebhookStatus } from '#app/domain/webhooks/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Chip, type Tone } from '#app/ui/chip'
import { EmptyState } from '#app/ui/empty-state'
import { Form } from '#app/ui/form/form'

const tones: Record<WebhookStatus, Tone> = { pending: 'neutral', delivered: 'good', failed: 'bad' }

/** What was sent and what came back; what is over can be sent again. */
export function DeliveryLog({ deliveries, canEdit }: { deliveries: readonly DeliveryLine[]; canEdit: boolean }) {
  const { t } = useLanguage()
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-bold">{t('webhooks.log')}</h2>
      {deliveries.length === 0 && <EmptyState title={t('webhooks.log_empty')} text={t('webhooks.log_empty_text')} />}
      <ol className="divide-line flex flex-col divide-y">
        {deliveries.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} canEdit={canEdit} />
        ))}
      </ol>
    </section>
  )
}

function Delivery({ delivery, canEdit }: { delivery: DeliveryLine; canEdit: boolean }) {
  const { t, format } = useLanguage()
  const { id, kind, status, attempts, createdAt, nextAt, httpStatus, excerpt, body } = delivery
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <code translate="no" lang="zxx" className="font-semibold">
          {kind}
        </code>
        <Chip tone={tones[status]}>{t(`webhooks.status.${status}`)}</Chip>
        <span className="text-muted">{format.dateTime(createdAt)}</span>
        {httpStatus !== null && <span className="tabular-nums">HTTP {httpStatus}</span>}
        <span className="text-muted">{t('webhooks.attempts', { value: format.number(attempts) })}</span>
        {nextAt !== null && <span className="text-muted">{t('webhooks.next', { when: format.dateTime(nextAt) })}</span>}
      </div>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center underline">
          {t('webhooks.details')}
        </summary>
        <div className="flex flex-col gap-2 text-sm" lang="zxx" translate="no">
          <code className="break-all">X-Alan-Delivery: {id}</code>
          <pre className="bg-sunken overflow-x-auto rounded-sm p-2 whitespace-pre-wrap">{body}</pre>
          {excerpt && <pre className="bg-sunken overflow-x-auto rounded-sm p-2 whitespace-pre-wrap">{excerpt}</pre>}
        </div>
      </details>
      {canEdit && status !== 'pending' && (
        <Form method="post" action="?">
          <input type="hidden" name="delivery" value={id} />
          <Button name="intent" value="redeliver" size="small">
            {t('webhooks.redeliver')}
          </Button>
        </Form>
      )}
    </li>
  )
}
