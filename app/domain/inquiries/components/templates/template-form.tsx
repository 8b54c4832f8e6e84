import { offeredStates, type AnswerTemplate } from '#app/domain/inquiries/templates/model'
import { languages, type Language } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { FieldGroup } from '#app/ui/form/field-group'
import { Form } from '#app/ui/form/form'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { TextField } from '#app/ui/form/text-field'
import { useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { readReply, type FormReply } from '../form-reply'
import { TemplatePreview, VariableList } from './template-preview'

type FormProps = { newest: AnswerTemplate | null; reply: FormReply | null | undefined }

type TemplateFormProps = FormProps & {
  /** Somebody saved meanwhile, which the page has said: what is typed goes on from there. */
  isConflict: boolean
}

/** A template in three languages with a preview of each; saving makes the next version. */
export function TemplateForm({ newest, reply, isConflict }: TemplateFormProps) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  const { valueOf, errorOf, summary } = readReply(t, reply)
  const current = String(newest?.version ?? 0)
  return (
    <Form method="post" action={newest ? '?' : '?new'} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={summary()} />
      <input type="hidden" name="version" value={isConflict ? current : valueOf('version', current)} />
      <VariableList />
      {languages.map((language) => (
        <LanguageFields key={language} language={language} newest={newest} reply={reply} />
      ))}
      <StateBoxes newest={newest} reply={reply} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          id="position"
          name="position"
          label={t('templates.position')}
          hint={t('templates.position_hint')}
          inputMode="numeric"
          required
          defaultValue={valueOf('position', String(newest?.position ?? 100))}
          error={errorOf('position')}
        />
        <TextField
          id="note"
          name="note"
          label={t('templates.note')}
          hint={t('templates.note_hint')}
          defaultValue={valueOf('note')}
          error={errorOf('note')}
        />
      </div>
      <div className="border-line flex flex-wrap gap-3 border-t pt-5">
        <Button look="primary" name="intent" value="save" isBusy={state === 'submitting'}>
          {t('ui.action.save')}
        </Button>
        <Button name="intent" value="preview">
          {t('templates.preview_action')}
        </Button>
      </div>
    </Form>
  )
}

function LanguageFields({ language, newest, reply }: FormProps & { language: Language }) {
  const { t } = useLanguage()
  const { valueOf, errorOf } = readReply(t, reply)
  const [titleName, bodyName] = [`title_${language}`, `body_${language}`]
  const first = valueOf(bodyName, newest?.body[language] ?? '')
  const [body, setBody] = useState(first)
  return (
    <FieldGroup id={`words-${language}`} legend={t(`templates.language.${language}`)} size="heading">
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
        <div lang={language} className="flex flex-col gap-4">
          <TextField
            id={titleName}
            name={titleName}
            label={<span lang="">{t('templates.column.title')}</span>}
            required
            defaultValue={valueOf(titleName, newest?.title[language] ?? '')}
            error={errorOf(titleName)}
          />
          <TextAreaField
            id={bodyName}
            name={bodyName}
            label={t('templates.body')}
            rows={8}
            required
            defaultValue={first}
            onInput={(event) => setBody(event.currentTarget.value)}
            error={errorOf(bodyName)}
          />
        </div>
        <TemplatePreview body={body} language={language} />
      </div>
    </FieldGroup>
  )
}

function StateBoxes({ newest, reply }: FormProps) {
  const { t } = useLanguage()
  const { errorOf } = readReply(t, reply)
  const typed = reply?.initialValue?.states
  const chosen: unknown[] = reply?.initialValue ? [typed].flat() : (newest?.states ?? [])
  return (
    <FieldGroup id="states" legend={t('templates.states')} hint={t('templates.states_hint')} error={errorOf('states')}>
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {offeredStates.map((state) => (
          <CheckboxField
            key={state}
            id={`states-${state}`}
            name="states"
            value={state}
            label={t(`inquiries.state.${state}`)}
            defaultChecked={chosen.includes(state)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
