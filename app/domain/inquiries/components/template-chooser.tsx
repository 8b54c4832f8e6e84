import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import type { FormEvent } from 'react'
import type { AnswerDraft } from '../model'

type TemplateChooserProps = {
  drafts: readonly AnswerDraft[]
  /** Key of the one that stands in the answer. */
  chosen: string | null
  /** Parameters of the page that stay. */
  kept: readonly [string, string][]
  /** Id of the field that it is put into. */
  field: string
}

/** Puts a prepared text into the answer: at the cursor, or without scripts by opening the form anew. */
export function TemplateChooser({ drafts, chosen, kept, field }: TemplateChooserProps) {
  const { t } = useLanguage()
  if (drafts.length === 0) return null
  const insert = (event: FormEvent<HTMLFormElement>) => {
    const key = new FormData(event.currentTarget).get('template')
    const draft = drafts.find((candidate) => candidate.key === key)
    const target = document.getElementById(field)
    if (draft === undefined || !(target instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    target.focus()
    target.setRangeText(draft.text, target.selectionStart, target.selectionEnd, 'end')
  }
  return (
    <Form method="get" onSubmit={insert} preventScrollReset className="mb-4 flex flex-wrap items-end gap-3">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="do" value="answer" />
      <div className="min-w-0 grow basis-60">
        <SelectField
          id="template"
          name="template"
          label={t('casework.template.label')}
          options={drafts.map(({ key, language, title }) => ({
            value: key,
            label: `${title} (${t(`casework.template.in.${language}`)})`,
          }))}
          defaultValue={chosen ?? ''}
        />
      </div>
      <Button>{t('casework.template.insert')}</Button>
    </Form>
  )
}
