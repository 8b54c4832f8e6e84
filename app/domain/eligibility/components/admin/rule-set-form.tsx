import type { Parameter } from '#app/domain/eligibility/model'
import { parameterField, type RuleSetFault } from '#app/domain/eligibility/rule-set-form'
import type { RuleSetVersion } from '#app/domain/eligibility/versions'
import { LocalText } from '#app/domain/towns/components/local-text'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { DateField } from '#app/ui/form/date-field'
import { ErrorSummary } from '#app/ui/form/error-summary'
import { Form } from '#app/ui/form/form'
import { TextField } from '#app/ui/form/text-field'
import { LinkButton } from '#app/ui/link-button'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'
import { useUnitWords } from './use-unit-words'

/** What the server says to a form it did not take: faults by control, and what was typed. */
export type RuleSetReply = { faults: Record<string, RuleSetFault>; typed: Record<string, string> }

type RuleSetFormProps = { draft: RuleSetVersion; reply: RuleSetReply | null }

/** The version somebody works at: values with their sources, what it rests on, when it holds. */
export function RuleSetForm({ draft, reply }: RuleSetFormProps) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  const errorOf = (name: string) => {
    const fault = reply?.faults[name]
    return fault && t(`rulesets.fault.${fault}`)
  }
  const field = (name: string, stored: string) => ({
    ...{ id: name, name, error: errorOf(name) },
    defaultValue: reply?.typed[name] ?? stored,
  })
  const errors = Object.entries(reply?.faults ?? {}).map(([fieldId, fault]) => ({
    fieldId,
    message: t(`rulesets.fault.${fault}`),
  }))
  return (
    <Form method="post" action={`?version=${draft.version}`} noValidate className="flex flex-col gap-8">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="mark" value={reply?.typed.mark ?? draft.mark} />
      <div className="grid gap-5 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <TextField
            {...field('citation', draft.citation)}
            label={t('rulesets.citation')}
            hint={t('rulesets.citation_hint')}
            required
          />
        </div>
        <DateField {...field('validFrom', draft.validFrom ?? '')} label={t('rulesets.valid_from')} required />
        <DateField
          {...field('validUntil', draft.validUntil ?? '')}
          label={t('rulesets.valid_until')}
          hint={t('rulesets.valid_until_hint')}
        />
      </div>
      <section className="flex flex-col gap-5">
        <h2 className="text-lg font-bold">{t('rulesets.parameters')}</h2>
        {draft.body.parameters.length === 0 && <p className="text-muted">{t('rulesets.no_parameters')}</p>}
        {draft.body.parameters.map((parameter) => (
          <ParameterFields key={parameter.code} parameter={parameter} field={field} />
        ))}
      </section>
      <div className="border-line flex flex-wrap gap-3 border-t pt-5">
        <Button name="intent" value="save" isBusy={state === 'submitting'}>
          {t('rulesets.save')}
        </Button>
        <Button look="primary" name="intent" value="ask">
          {t('rulesets.save_and_publish')}
        </Button>
      </div>
    </Form>
  )
}

type ParameterFieldsProps = {
  parameter: Parameter
  field: (name: string, stored: string) => { id: string; name: string; error: string | undefined; defaultValue: string }
}

function ParameterFields({ parameter, field }: ParameterFieldsProps) {
  const { t } = useLanguage()
  const sayUnit = useUnitWords()
  const { code, type, unit, value, citation } = parameter
  return (
    <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
      <TextField
        {...field(parameterField(code, 'value'), value === null ? '' : String(value))}
        label={<LocalText text={parameter.label} />}
        inputMode={type === 'number' ? 'decimal' : undefined}
        unit={unit === null ? undefined : sayUnit(unit)}
        hint={value === null ? t('rulesets.empty') : undefined}
      />
      <TextField
        {...field(parameterField(code, 'citation'), citation)}
        label={
          <>
            {t('rulesets.value_source')}
            <span className="sr-only">
              {': '}
              <LocalText text={parameter.label} />
            </span>
          </>
        }
      />
    </div>
  )
}

/** The last question before a version is put in force: it cannot be taken back. */
export function PublishPanel({ draft, cancelTo }: { draft: RuleSetVersion; cancelTo: string }) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  return (
    <Panel title={t('rulesets.publish_title')} tone="attention">
      <p>{t('rulesets.publish_text')}</p>
      <Form method="post" action={`?version=${draft.version}`} className="flex flex-wrap gap-2">
        <input type="hidden" name="version" value={draft.version} />
        <input type="hidden" name="mark" value={draft.mark} />
        <Button look="primary" name="intent" value="publish" isBusy={state === 'submitting'}>
          {t('rulesets.publish')}
        </Button>
        <LinkButton to={cancelTo}>{t('ui.action.cancel')}</LinkButton>
      </Form>
    </Panel>
  )
}
