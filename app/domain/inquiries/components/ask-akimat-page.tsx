import { addDays } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { DateField } from '#app/ui/form/date-field'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { useNavigation } from '@remix-run/react'
import type { AskData } from '../akimat/ask-data'
import { longestText, longestWait } from '../akimat/model'
import { readReply, type FormReply } from './form-reply'

type AskAkimatPageProps = { data: AskData; reply: FormReply | undefined }

/** The question to the akimat of a site of the case: what about, in which words, until when. */
export function AskAkimatPage({ data, reply }: AskAkimatPageProps) {
  const { t, href } = useLanguage()
  const back = href(`/spk/inquiries/${data.ref.number}/${data.ref.part}`)
  return (
    <div className="max-w-reading mx-auto w-full px-4 py-6 sm:px-6">
      <PageHeading title={t('spk.akimat.page', { number: data.ref.number })} lead={t('spk.akimat.lead')} />
      {data.topics.length === 0 ? (
        <EmptyState title={t('spk.akimat.no_site')} text={t('spk.akimat.no_site_text')}>
          <LinkButton to={back}>{t('spk.akimat.back')}</LinkButton>
        </EmptyState>
      ) : (
        <AskForm data={data} reply={reply} back={back} />
      )}
    </div>
  )
}

function AskForm({ data, reply, back }: AskAkimatPageProps & { back: string }) {
  const { t } = useLanguage()
  const { valueOf, errorOf, summary } = readReply(t, reply)
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="max-w-text flex flex-col gap-5">
      <ErrorSummary errors={summary(['about', 'text', 'dueOn'])} />
      <input type="hidden" name="form" value={data.formKey} />
      <SelectField
        id="about"
        name="about"
        label={t('spk.akimat.about')}
        hint={t('spk.akimat.about_hint')}
        emptyLabel={null}
        defaultValue={valueOf('about', data.topics[0]?.value)}
        error={errorOf('about')}
        options={data.topics.map(({ value, site, label }) => ({
          value,
          label: label === null ? t('spk.akimat.whole_site', { site }) : `${site}: ${label}`,
        }))}
      />
      <TextAreaField
        id="text"
        name="text"
        rows={5}
        label={t('spk.akimat.text')}
        hint={t('spk.akimat.text_hint')}
        defaultValue={valueOf('text')}
        error={errorOf('text')}
        maxLength={longestText}
        required
      />
      <div className="max-w-52">
        <DateField
          id="dueOn"
          name="dueOn"
          label={t('spk.akimat.due')}
          min={data.today}
          max={addDays(data.today, longestWait)}
          defaultValue={valueOf('dueOn', data.usualDue)}
          error={errorOf('dueOn')}
          required
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" isBusy={isBusy}>
          {t('spk.akimat.send')}
        </Button>
        <LinkButton look="quiet" to={back}>
          {t('ui.action.cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}
