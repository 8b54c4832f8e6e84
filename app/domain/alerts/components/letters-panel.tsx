import { readReply, type FormReply } from '#app/domain/alerts/components/form-reply'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { Panel } from '#app/ui/panel'
import { EmailField } from './email-field'

/** `address` is where letters go; null for a browser that nobody has confirmed an address in. */
type LettersPanelProps = { address: string | null; isPerson: boolean; hasSites: boolean }

/** Where letters go, how to be forgotten here, or how to take the list to every device. */
export function LettersPanel({ address, isPerson, hasSites }: LettersPanelProps) {
  const { t } = useLanguage()
  if (address === null) return hasSites ? <SubscribePanel reply={undefined} /> : null
  return (
    <Panel title={t('alerts.page.letters')}>
      <p className="break-words" translate="no">
        {t('alerts.page.letters_to', { email: address })}
      </p>
      {isPerson ? (
        <p className="text-muted text-sm">{t('alerts.page.account')}</p>
      ) : (
        <Form method="post" className="flex flex-col items-start gap-2">
          <p className="text-muted text-sm">{t('alerts.page.forget_hint')}</p>
          <Button name="intent" value="forget">
            {t('alerts.page.forget')}
          </Button>
        </Form>
      )}
    </Panel>
  )
}

/** Asks for an address; its letter takes along what the browser keeps. */
export function SubscribePanel({ reply }: { reply: FormReply | undefined }) {
  const { t, href } = useLanguage()
  const { valueOf, errorOf } = readReply(t, reply)
  return (
    <Panel title={t('alerts.page.known_title')}>
      <p className="text-muted text-sm">{t('alerts.page.known_text')}</p>
      <Form method="post" action={href('/subscription')} noValidate className="flex flex-col gap-4">
        <EmailField label={t('alerts.page.email')} value={valueOf('email')} error={errorOf('email')} />
        <div>
          <Button>{t('alerts.page.send_link')}</Button>
        </div>
      </Form>
    </Panel>
  )
}
