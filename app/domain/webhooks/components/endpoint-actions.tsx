import type { EndpointLine } from '#app/domain/webhooks/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { Notice } from '#app/ui/notice'

/** The secret, on the one page that ever shows it. */
export function SecretNotice({ secret }: { secret: string }) {
  const { t } = useLanguage()
  return (
    <Notice tone="attention" title={t('webhooks.secret')} role="status">
      <p>{t('webhooks.secret_once')}</p>
      <p className="mt-2">
        <code className="bg-surface border-line block rounded-sm border p-2 break-all" translate="no" lang="zxx">
          {secret}
        </code>
      </p>
    </Notice>
  )
}

/** What can be done to an address beside changing it. */
export function EndpointActions({ endpoint, form }: { endpoint: EndpointLine; form: string }) {
  const { t } = useLanguage()
  const isOn = endpoint.state === 'active' || endpoint.state === 'failing'
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-bold">{t('webhooks.actions')}</h2>
      <Form method="post" action="?" className="flex flex-wrap gap-2">
        <input type="hidden" name="form" value={form} />
        <Button name="intent" value="ping">
          {t('webhooks.ping')}
        </Button>
        <Button name="intent" value={isOn ? 'switch_off' : 'switch_on'}>
          {t(isOn ? 'webhooks.switch_off' : 'webhooks.switch_on')}
        </Button>
        <Button name="intent" value="rotate">
          {t('webhooks.rotate')}
        </Button>
      </Form>
      <p className="text-muted text-sm">{t('webhooks.rotate_hint')}</p>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center underline">{t('webhooks.delete')}</summary>
        <Form method="post" action="?" className="flex flex-wrap items-center gap-3">
          <span>{t('webhooks.delete_hint')}</span>
          <Button look="danger" name="intent" value="delete">
            {t('webhooks.delete_yes')}
          </Button>
        </Form>
      </details>
    </section>
  )
}
