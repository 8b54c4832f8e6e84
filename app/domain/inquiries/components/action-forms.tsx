import type { LocalDate } from '#app/domain/kernel/local-date'
import { chooseText } from '#app/domain/kernel/localized'
import type { Body } from '#app/domain/routing/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { Notice } from '#app/ui/notice'
import { useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { BodyCase } from '../model'
import { textLimits } from '../schema'
import { FilesField } from './files-field'
import { readReply, type FormReply } from './form-reply'

export type ActionFormProps = {
  /** Key of this opened form: sent twice it counts once. */
  formKey: string
  reply: FormReply | undefined
}

type FrameProps = ActionFormProps & {
  intent: string
  submit: string
  look?: 'primary' | 'secondary' | 'danger'
  hasFiles?: boolean
  children: ReactNode
}

/** A form of the case: what came back over it, its key and intent in it, one button below. */
export function Frame({ formKey, reply, intent, submit, look = 'primary', hasFiles = false, children }: FrameProps) {
  const { t } = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form
      method="post"
      encType={hasFiles ? 'multipart/form-data' : undefined}
      noValidate
      className="flex flex-col gap-4"
      key={formKey}
    >
      <ErrorSummary errors={readReply(t, reply).summary()} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="form" value={formKey} />
      {children}
      <div>
        <Button look={look} isBusy={isBusy}>
          {submit}
        </Button>
      </div>
    </Form>
  )
}

/** Takes the case in one press. */
export function AcceptForm({ formKey }: { formKey: string }) {
  const { t } = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="intent" value="accept" />
      <input type="hidden" name="form" value={formKey} />
      <Button look="primary" isBusy={isBusy}>
        {t('spk.action.accept')}
      </Button>
      <span className="text-muted text-sm">{t('spk.accept_text')}</span>
    </Form>
  )
}

type AnswerFormProps = ActionFormProps & {
  inquiry: BodyCase
  /** What stands in a fresh form. */
  draft: string
}

export function AnswerForm({ inquiry, draft, ...form }: AnswerFormProps) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, form.reply)
  return (
    <Frame
      {...form}
      intent="answer"
      submit={t('spk.answer.submit')}
      hasFiles
      look={inquiry.actions.includes('accepted') ? 'secondary' : 'primary'}
    >
      <TextAreaField
        id="text"
        name="text"
        rows={5}
        label={t('spk.answer.text')}
        hint={`${t('spk.answer.hint')} ${t(`spk.answer_in.${inquiry.locale}`)}`}
        defaultValue={valueOf('text', draft)}
        error={errorOf('text')}
        maxLength={textLimits.text}
        required
      />
      <FilesField id="files" access="parties" error={errorOf('files')} />
      {inquiry.clocks.legal?.endedAt === null && (
        <CheckboxField
          id="isAnswer"
          name="isAnswer"
          label={t('spk.answer.final')}
          hint={t('spk.answer.final_hint')}
          defaultChecked={valueOf('isAnswer') === 'on'}
        />
      )}
    </Frame>
  )
}

export function NoteForm(form: ActionFormProps) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, form.reply)
  return (
    <Frame {...form} intent="note" submit={t('spk.note.submit')} hasFiles>
      <TextAreaField
        id="text"
        name="text"
        label={t('spk.note.text')}
        hint={t('spk.note.hint')}
        defaultValue={valueOf('text')}
        error={errorOf('text')}
        maxLength={textLimits.text}
        required
      />
      <FilesField id="files" access="internal" error={errorOf('files')} />
    </Frame>
  )
}

type RedirectFormProps = ActionFormProps & { inquiry: BodyCase; bodies: readonly Body[]; today: LocalDate }

export function RedirectForm({ inquiry, bodies, today, ...form }: RedirectFormProps) {
  const { t, lang, format } = useLanguage()
  const { valueOf, errorOf } = readReply(t, form.reply)
  const due = inquiry.clocks.redirect?.due ?? null
  return (
    <Frame {...form} intent="redirect" submit={t('spk.redirect.submit')} look="danger">
      {due !== null && (
        <Notice tone={due < today ? 'bad' : 'attention'}>
          {t(due < today ? 'spk.redirect.late' : 'spk.redirect.law', { date: format.date(due) })}
        </Notice>
      )}
      <SelectField
        id="to"
        name="to"
        label={t('spk.redirect.to')}
        options={bodies.map(({ slug, name }) => ({ value: slug, label: chooseText(name, lang).text }))}
        defaultValue={valueOf('to')}
        error={errorOf('to')}
        required
      />
      <TextAreaField
        id="text"
        name="text"
        label={t('spk.redirect.text')}
        hint={t('spk.redirect.hint')}
        defaultValue={valueOf('text')}
        error={errorOf('text')}
        maxLength={textLimits.text}
        required
      />
    </Frame>
  )
}
