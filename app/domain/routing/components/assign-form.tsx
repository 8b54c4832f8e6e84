import { OfficialName } from '#app/domain/accounts/components/official-name'
import type { Body } from '#app/domain/routing/model'
import type { ShiftPreview } from '#app/domain/routing/plan'
import { chooseText } from '#app/domain/kernel/localized'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { DateField } from '#app/ui/form/date-field'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { SelectField } from '#app/ui/form/select-field'
import { TextField } from '#app/ui/form/text-field'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'
import { usePeriodWords } from './period-words'
import { readRoutingReply, type RoutingReply } from './routing-reply'

type AssignFormProps = {
  bodies: readonly Body[]
  reply: RoutingReply | null | undefined
  /** What the change would mean; null before it was asked for. */
  preview: ShiftPreview | null
  /** A site is named beside the body. */
  withNumber?: boolean
}

/** Who answers from a day on. A region's change is looked at first, then saved. */
export function AssignForm({ bodies, reply, preview, withNumber = false }: AssignFormProps) {
  const { t, lang } = useLanguage()
  const { state } = useNavigation()
  const { field, summary } = readRoutingReply(t, reply)
  const options = bodies.map(({ slug, name }) => ({ value: slug, label: chooseText(name, lang).text }))
  return (
    <Form method="post" action="?" noValidate className="flex flex-col gap-5">
      <h2 className="text-lg font-bold">{t(withNumber ? 'responsibility.assign_site' : 'responsibility.assign')}</h2>
      <ErrorSummary errors={summary(['number', 'body', 'from', 'until', 'source'])} />
      <div className="grid gap-5 sm:grid-cols-2">
        {withNumber && <TextField {...field('number')} label={t('responsibility.number')} required />}
        <SelectField {...field('body')} label={t('responsibility.body')} required options={options} />
        <DateField {...field('from')} label={t('responsibility.from')} required />
        <DateField {...field('until')} label={t('responsibility.until')} hint={t('responsibility.until_hint')} />
        <div className="sm:col-span-2">
          <TextField
            {...field('source')}
            label={t('responsibility.source')}
            hint={t('responsibility.source_hint')}
            required
          />
        </div>
      </div>
      {preview && <PreviewPanel preview={preview} />}
      <div className="flex flex-wrap gap-3">
        {!withNumber && (
          <Button name="intent" value="preview">
            {t('responsibility.preview')}
          </Button>
        )}
        {(withNumber || preview !== null) && (
          <Button look="primary" name="intent" value="assign" isBusy={state === 'submitting'}>
            {t('responsibility.save')}
          </Button>
        )}
      </div>
    </Form>
  )
}

function PreviewPanel({ preview }: { preview: ShiftPreview }) {
  const { t, format } = useLanguage()
  const sayPeriod = usePeriodWords()
  return (
    <Panel title={t('responsibility.preview_title')} tone="attention">
      {preview.shifts.length === 0 && <p>{t('responsibility.preview_none')}</p>}
      <ul className="list-disc pl-5">
        {preview.shifts.map(({ from, until, before, after }) => (
          <li key={from}>
            {sayPeriod({ from, until })}: <OfficialName of={before.name} /> → <OfficialName of={after.name} />
          </li>
        ))}
      </ul>
      <p>{t('responsibility.preview_sites', { count: preview.sites, value: format.number(preview.sites) })}</p>
      <p>{t('responsibility.preview_cases', { count: preview.openCases, value: format.number(preview.openCases) })}</p>
      {preview.gaps.map(({ from, until, body }) => (
        <p key={from} className="font-semibold">
          {t('responsibility.preview_gap', { period: sayPeriod({ from, until }) })} <OfficialName of={body.name} />
        </p>
      ))}
    </Panel>
  )
}
