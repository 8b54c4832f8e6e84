import { templateVariables, type TemplateValues } from '#app/domain/inquiries/templates/model'
import { renderTemplate } from '#app/domain/inquiries/templates/rules'
import type { Language } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'

/** A case that never was, for looking at templates: each text in its own language. */
const sample: Record<Language, TemplateValues> = {
  kk: {
    ...{
      investor: 'Ержан Сәтпаев',
      number: '2026-00318',
      title: 'Жүн өңдеу',
      site: 'Балқаш механикалық зауытының цехы',
    },
    ...{ town: 'Балқаш', body: '«Сарыарқа» ӘКК', officer: 'Айгерім Жұмабаева', today: '2026 жылғы 1 желтоқсан' },
    ...{ due_promise: '2026 жылғы 3 желтоқсан', due_law: '2026 жылғы 22 желтоқсан' },
    ...{ case_link: 'https://alan.example/kk/inquiries/2026-00318' },
  },
  ru: {
    ...{
      investor: 'Ержан Сатпаев',
      number: '2026-00318',
      title: 'Переработка шерсти',
      site: 'Цех механического завода',
    },
    ...{ town: 'Балхаш', body: 'СПК «Сарыарка»', officer: 'Айгерим Жумабаева', today: '1 декабря 2026 года' },
    ...{ due_promise: '3 декабря 2026 года', due_law: '22 декабря 2026 года' },
    ...{ case_link: 'https://alan.example/ru/inquiries/2026-00318' },
  },
  en: {
    ...{ investor: 'Yerzhan Satpayev', number: '2026-00318', title: 'Wool processing', site: 'Workshop of a plant' },
    ...{ town: 'Balkhash', body: 'SPK Saryarka', officer: 'Aigerim Zhumabayeva', today: '1 December 2026' },
    ...{ due_promise: '3 December 2026', due_law: '22 December 2026' },
    ...{ case_link: 'https://alan.example/en/inquiries/2026-00318' },
  },
}

/** The text as an investor would get it. */
export function TemplatePreview({ body, language }: { body: string; language: Language }) {
  const { t } = useLanguage()
  const text = renderTemplate(body, sample[language], (name) => `[${t(`templates.variable.${name}`)}]`)
  return (
    <section className="bg-sunken flex min-w-0 flex-col gap-1 self-start rounded-md p-4">
      <h3 className="text-muted text-sm font-medium">{t('templates.preview')}</h3>
      <p lang={language} className="max-w-text break-words whitespace-pre-line">
        {text}
      </p>
    </section>
  )
}

/** What can be written into a text, and what it becomes. */
export function VariableList() {
  const { t } = useLanguage()
  return (
    <details className="border-line rounded-md border px-4" open>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold">
        {t('templates.variables')}
      </summary>
      <p className="text-muted text-sm">{t('templates.variables_hint')}</p>
      <dl className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-2">
        {templateVariables.map((name) => (
          <div key={name} className="flex flex-wrap gap-x-3">
            <dt>
              <code translate="no">{`{{${name}}}`}</code>
            </dt>
            <dd className="text-muted">{t(`templates.variable.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
