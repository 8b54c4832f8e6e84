import { EmailField } from '#app/domain/alerts/components/email-field'
import { readReply, type FormReply } from '#app/domain/alerts/components/form-reply'
import { chooseText, type Localized } from '#app/domain/kernel/localized'
import type { MissingValue } from '#app/domain/questions/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { useNavigation } from '@remix-run/react'
import type { AskReply } from './ask-reply'

export type AskData = {
  number: string
  name: Localized
  /** Null when the value has become known or cannot be asked for. */
  value: MissingValue | null
  /** Letters can go to this reader without asking where. */
  isKnown: boolean
}

type AskPageProps = { data: AskData; said: AskReply | null; form: FormReply | undefined }

/** Asks for one value of a site and, of a visitor, where the answer should go. */
export function AskPage({ data, said, form }: AskPageProps) {
  const { t, lang, href } = useLanguage()
  const { number, name, value, isKnown } = data
  const code = said?.code ?? (value === null ? 'known' : value.isMine ? 'asked' : null)
  const site = `${number} ${chooseText(name, lang).text}`
  return (
    <div className="max-w-text flex flex-col gap-6">
      <PageHeading title={t('questions.page.title')} lead={value ? `${site}: ${value.label}` : site} />
      {code !== null && (
        <Notice tone={code === 'asked' ? 'good' : 'attention'} role="status">
          {t(`questions.reply.${code}`)}
        </Notice>
      )}
      {value !== null && code === null && isKnown && <AskForm value={value} />}
      {value !== null && value.declined === null && !isKnown && code !== 'too_many' && (
        <AddressForm value={value} form={form} />
      )}
      <div>
        <LinkButton look="quiet" to={href(`/sites/${number}`)}>
          {t('questions.page.back')}
        </LinkButton>
      </div>
    </div>
  )
}

function AskForm({ value }: { value: MissingValue }) {
  const { t } = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post">
      <input type="hidden" name="field" value={value.field} />
      <Button look="primary" isBusy={isBusy}>
        {t('questions.page.ask')}
      </Button>
    </Form>
  )
}

function AddressForm({ value, form }: { value: MissingValue; form: FormReply | undefined }) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, form)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="flex flex-col gap-4">
      <input type="hidden" name="field" value={value.field} />
      <input type="hidden" name="intent" value="address" />
      <EmailField
        label={t('questions.page.email')}
        hint={t('questions.page.email_hint')}
        value={valueOf('email')}
        error={errorOf('email')}
      />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {t('questions.page.send_link')}
        </Button>
      </div>
    </Form>
  )
}
