import { ConsentField } from '#app/domain/accounts/components/consent-field'
import type { SectorKey } from '#app/domain/towns/model'
import { sectorKeys } from '#app/domain/towns/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { FieldGroup } from '#app/ui/form/field-group'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'
import { textLimits } from '../schema'
import type { SentBrief } from '../sent-brief'
import { BriefPanel, RepeatPanel } from './inquiry-form-panels'
import { readReply, type FormReply } from './form-reply'

type InquiryFormProps = {
  reply: FormReply | undefined
  /** Key of this opened form: sent twice it counts once. */
  formKey: string
  /** The sealed moment at which the form was opened. */
  opened: string
  sites: readonly { number: string }[]
  person: { name: string; email: string } | null
  /** What stands in the fields to begin with. */
  start?: { title: string; text: string } | null
  /** The brief that would go along; null when the inquiry does not come from one. */
  brief: SentBrief | null
}

/** Names the form for what belongs to it and stands elsewhere on the page. */
export const inquiryFormId = 'inquiry'

const fieldOrder = [
  'site',
  'add',
  'again',
  'title',
  'text',
  'sector',
  'name',
  'email',
  'organization',
  'country',
  'bin',
  'phone',
  'consent',
]

/** The inquiry: what is planned, who asks, consent. */
export function InquiryForm({ reply, formKey, opened, sites, person, start = null, brief }: InquiryFormProps) {
  const { t } = useLanguage()
  const fields = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" id={inquiryFormId} noValidate className="flex flex-col gap-8">
      <ErrorSummary errors={fields.summary(fieldOrder)} />
      <input type="hidden" name="form" value={fields.valueOf('form', formKey)} />
      <input type="hidden" name="opened" value={fields.valueOf('opened', opened)} />
      {sites.map(({ number }) => (
        <input key={number} type="hidden" name="site" value={number} />
      ))}
      <Trap />
      {fields.errorOf('again') && <RepeatPanel />}
      <PlanFields {...fields} start={start} />
      {brief !== null && (
        <BriefPanel brief={brief} isSent={reply === undefined || fields.valueOf('withBrief') === 'on'} />
      )}
      <PersonFields {...fields} person={person} />
      <ConsentField
        purpose="inquiry"
        error={fields.errorOf('consent')}
        isChecked={fields.valueOf('consent') === 'on'}
      />
      <div>
        <Button look="primary" isBusy={isBusy}>
          {t('inquiries.form.submit')}
        </Button>
      </div>
    </Form>
  )
}

type Fields = Pick<ReturnType<typeof readReply>, 'valueOf' | 'errorOf'>

function PlanFields({ valueOf, errorOf, start }: Fields & Pick<InquiryFormProps, 'start'>) {
  const { t } = useLanguage()
  const sector = (key: SectorKey) => ({ value: key, label: t(`sites.sector.${key}`) })
  return (
    <FieldGroup id="about" legend={t('inquiries.form.about')} size="heading">
      <div className="flex flex-col gap-5">
        <TextField
          id="title"
          name="title"
          label={t('inquiries.form.subject')}
          hint={t('inquiries.form.subject_hint')}
          defaultValue={valueOf('title', start?.title)}
          error={errorOf('title')}
          maxLength={textLimits.title}
          required
        />
        <TextAreaField
          id="text"
          name="text"
          label={t('inquiries.form.text')}
          hint={t('inquiries.form.text_hint')}
          defaultValue={valueOf('text', start?.text)}
          error={errorOf('text')}
          rows={6}
          maxLength={textLimits.text}
          required
        />
        <SelectField
          id="sector"
          name="sector"
          label={t('inquiries.form.sector')}
          defaultValue={valueOf('sector')}
          error={errorOf('sector')}
          options={sectorKeys.map(sector)}
          isMarkedOptional
        />
      </div>
    </FieldGroup>
  )
}

function PersonFields({ valueOf, errorOf, person }: Fields & Pick<InquiryFormProps, 'person'>) {
  const { t } = useLanguage()
  const optional = (name: 'organization' | 'bin' | 'phone' | 'country') => ({
    id: name,
    name,
    label: t(`inquiries.form.${name}`),
    defaultValue: valueOf(name),
    error: errorOf(name),
    isMarkedOptional: true,
  })
  return (
    <FieldGroup id="who" legend={t('inquiries.form.who')} size="heading">
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          id="name"
          name="name"
          label={t('inquiries.form.name')}
          autoComplete="name"
          defaultValue={valueOf('name', person?.name)}
          error={errorOf('name')}
          maxLength={textLimits.name}
          required
        />
        <TextField
          id="email"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          label={t('inquiries.form.email')}
          hint={t('inquiries.form.email_hint')}
          defaultValue={valueOf('email', person?.email)}
          error={errorOf('email')}
          required
        />
        <TextField {...optional('organization')} autoComplete="organization" maxLength={textLimits.organization} />
        <TextField {...optional('country')} autoComplete="country-name" maxLength={textLimits.country} />
        <TextField {...optional('bin')} hint={t('inquiries.form.bin_hint')} inputMode="numeric" autoComplete="off" />
        <TextField {...optional('phone')} type="tel" inputMode="tel" autoComplete="tel" />
      </div>
    </FieldGroup>
  )
}

/** A field that people never see: whoever fills it in is a machine. */
function Trap() {
  const { t } = useLanguage()
  return (
    <div hidden>
      <label htmlFor="website">{t('inquiries.form.website')}</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
