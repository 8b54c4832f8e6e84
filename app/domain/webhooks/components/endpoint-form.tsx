import { chooseText, type Localized } from '#app/domain/kernel/localized'
import { webhookKinds, type WebhookKind } from '#app/domain/webhooks/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { FieldGroup } from '#app/ui/form/field-group'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'

export type EndpointReply = {
  initialValue?: Record<string, unknown> | null
  error?: Record<string, string[] | null> | null
}

type FormProps = {
  /** The address as it is; null for a new one. */
  shown: { url: string; kinds: readonly WebhookKind[] } | null
  /** For a new one: its key, and the bodies it can belong to. */
  fresh?: { form: string; owners: readonly { id: string; name: Localized }[] }
  reply: EndpointReply | null | undefined
}

/** Where events go, and which; nothing ticked means all. */
export function EndpointForm({ shown, fresh, reply }: FormProps) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  const say = (key: string) => t(key as 'webhooks.error.url')
  const typed = reply?.initialValue
  const textOf = (name: string, stored: string) => (typeof typed?.[name] === 'string' ? typed[name] : stored)
  const errors = (reply?.error?.url ?? []).map((key) => ({ fieldId: 'url', message: say(key) }))
  const chosen: unknown[] = typed ? [typed.kinds].flat() : [...(shown?.kinds ?? [])]
  return (
    <Form method="post" action="?" noValidate className="flex flex-col gap-5">
      <h2 className="text-lg font-bold">{t(shown === null ? 'webhooks.add' : 'webhooks.change')}</h2>
      <ErrorSummary errors={errors} />
      {fresh && <OwnerFields fresh={fresh} chosen={textOf('organization', '')} form={textOf('form', fresh.form)} />}
      <TextField
        id="url"
        name="url"
        label={t('webhooks.url')}
        hint={t('webhooks.url_hint')}
        required
        inputMode="url"
        defaultValue={textOf('url', shown?.url ?? '')}
        error={reply?.error?.url?.map(say)}
      />
      <FieldGroup id="kinds" legend={t('webhooks.kinds')} hint={t('webhooks.kinds_hint')}>
        <div className="grid gap-x-6 sm:grid-cols-2">
          {webhookKinds.map((kind) => (
            <CheckboxField
              key={kind}
              id={`kinds-${kind}`}
              name="kinds"
              value={kind}
              label={
                <>
                  {t(`webhooks.kind.${kindWord(kind)}`)}{' '}
                  <code className="text-muted text-sm" translate="no" lang="zxx">
                    {kind}
                  </code>
                </>
              }
              defaultChecked={chosen.includes(kind)}
            />
          ))}
        </div>
      </FieldGroup>
      <div>
        <Button look="primary" name="intent" value="save" isBusy={state === 'submitting'}>
          {t(shown === null ? 'webhooks.add' : 'ui.action.save')}
        </Button>
      </div>
    </Form>
  )
}

/** The word of a kind: a dot would end the key. */
export function kindWord<Kind extends WebhookKind>(kind: Kind) {
  return kind.replace('.', '_') as Kind extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : never
}

type OwnerProps = { fresh: NonNullable<FormProps['fresh']>; chosen: string; form: string }

function OwnerFields({ fresh: { owners }, chosen, form }: OwnerProps) {
  const { t, lang } = useLanguage()
  const [only] = owners
  return (
    <>
      <input type="hidden" name="form" value={form} />
      {owners.length === 1 && only ? (
        <input type="hidden" name="organization" value={only.id} />
      ) : (
        <SelectField
          id="organization"
          name="organization"
          label={t('webhooks.body')}
          required
          defaultValue={chosen}
          options={owners.map(({ id, name }) => ({ value: id, label: chooseText(name, lang).text }))}
        />
      )}
    </>
  )
}
