import type { AnswerTemplate } from '#app/domain/inquiries/templates/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { languages } from '#app/platform/i18n/language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { States } from './template-table'

/** A template as it was saved, in its three languages. */
export function TemplateText({ template }: { template: AnswerTemplate }) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-col gap-4">
      <p>
        <span className="text-muted">{t('templates.column.states')}: </span>
        <States states={template.states} />
      </p>
      {languages.map((language) => (
        <section key={language} lang={language} className="border-line border-l-2 pl-4">
          <h3 className="font-semibold">{template.title[language]}</h3>
          <p className="max-w-text break-words whitespace-pre-line">{template.body[language]}</p>
        </section>
      ))}
    </div>
  )
}

/** Takes a template out of the answer form, or offers it again. */
export function RetirePanel({ template }: { template: AnswerTemplate }) {
  const { t } = useLanguage()
  const { isRetired, version } = template
  return (
    <Form method="post" action="?" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <input type="hidden" name="version" value={version} />
      <Button name="intent" value={isRetired ? 'offer' : 'retire'}>
        {t(isRetired ? 'templates.offer' : 'templates.retire')}
      </Button>
      <span className="text-muted text-sm">{t(isRetired ? 'templates.offer_hint' : 'templates.retire_hint')}</span>
    </Form>
  )
}
