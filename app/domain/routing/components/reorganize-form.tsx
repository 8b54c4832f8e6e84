import { chooseText } from '#app/domain/kernel/localized'
import type { Body } from '#app/domain/routing/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { DateField } from '#app/ui/form/date-field'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'
import { readRoutingReply, type RoutingReply } from './routing-reply'

type FormProps = { bodies: readonly Body[]; reply: RoutingReply | null | undefined }

/** Two forms: a body ends and another one follows it, or a body gets another name. */
export function ReorganizeForm({ bodies, reply }: FormProps) {
  const kind = reply?.initialValue?.kind
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <SuccessorForm bodies={bodies} reply={kind === 'successor' ? reply : null} />
      <RenameForm bodies={bodies} reply={kind === 'rename' ? reply : null} />
    </div>
  )
}

function useFields(bodies: readonly Body[], reply: FormProps['reply'], prefix: string) {
  const { t, lang } = useLanguage()
  const { field, summary, valueOf } = readRoutingReply(t, reply)
  return {
    options: bodies.map(({ slug, name }) => ({ value: slug, label: chooseText(name, lang).text })),
    // Two forms on one page: ids must differ.
    field: (name: string) => ({ ...field(name), id: `${prefix}-${name}` }),
    errors: (order: string[]) =>
      summary(order).map(({ fieldId, message }) => ({ fieldId: `${prefix}-${fieldId}`, message })),
    valueOf,
  }
}

function SuccessorForm({ bodies, reply }: FormProps) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  const { options, field, errors, valueOf } = useFields(bodies, reply, 'successor')
  return (
    <Form method="post" action="?" noValidate className="flex flex-col gap-5">
      <h2 className="text-lg font-bold">{t('responsibility.successor_title')}</h2>
      <p className="text-muted">{t('responsibility.successor_lead')}</p>
      <ErrorSummary errors={errors(['body', 'successor', 'day', 'source'])} />
      <input type="hidden" name="kind" value="successor" />
      <SelectField {...field('body')} label={t('responsibility.ends')} required options={options} />
      <SelectField {...field('successor')} label={t('responsibility.successor')} required options={options} />
      <DateField {...field('day')} label={t('responsibility.day')} hint={t('responsibility.day_hint')} required />
      <TextField
        {...field('source')}
        label={t('responsibility.source')}
        hint={t('responsibility.source_hint')}
        required
      />
      <CheckboxField
        id="successor-people"
        name="people"
        label={t('responsibility.people')}
        hint={t('responsibility.people_hint')}
        defaultChecked={valueOf('people') === 'on'}
      />
      <div>
        <Button look="primary" isBusy={state === 'submitting'}>
          {t('responsibility.plan')}
        </Button>
      </div>
    </Form>
  )
}

function RenameForm({ bodies, reply }: FormProps) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  const { options, field, errors } = useFields(bodies, reply, 'rename')
  return (
    <Form method="post" action="?" noValidate className="flex flex-col gap-5">
      <h2 className="text-lg font-bold">{t('responsibility.rename_title')}</h2>
      <p className="text-muted">{t('responsibility.rename_lead')}</p>
      <ErrorSummary errors={errors(['body', 'name_kk', 'name_ru', 'name_en', 'day', 'source'])} />
      <input type="hidden" name="kind" value="rename" />
      <SelectField {...field('body')} label={t('responsibility.body')} required options={options} />
      <TextField {...field('name_kk')} label={t('responsibility.name_kk')} required />
      <TextField {...field('name_ru')} label={t('responsibility.name_ru')} required />
      <TextField {...field('name_en')} label={t('responsibility.name_en')} required />
      <DateField {...field('day')} label={t('responsibility.day')} required />
      <TextField
        {...field('source')}
        label={t('responsibility.source')}
        hint={t('responsibility.source_hint')}
        required
      />
      <div>
        <Button isBusy={state === 'submitting'}>{t('responsibility.plan')}</Button>
      </div>
    </Form>
  )
}
