import { useCatalogueWords } from '#app/domain/sites/components/gap-label'
import type { Field } from '#app/domain/sites/fields/field'
import { fieldNamed } from '#app/domain/sites/fields/field-named'
import type { Unit } from '#app/platform/i18n/format'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { ReactNode } from 'react'
import * as control from './fields'
import { useEditorField } from './use-editor-field'

type CatalogueFieldProps = {
  name: string
  /** Instead of the word of the catalogue, where the place says the rest. */
  label?: string
  hint?: ReactNode
  required?: boolean
  /** A choice of few short words side by side instead of a list. */
  isSegmented?: boolean
  unit?: Unit
}

/** The control of a field of the catalogue: its type, words, unit and options decide. */
export function CatalogueField(props: CatalogueFieldProps) {
  const field = fieldNamed(props.name)
  if (field === null) throw new Error(`No field ${props.name} in the catalogue`)
  if (!field.mayNotApply) return <Control field={field} {...props} />
  return (
    <MayNotApply name={props.name}>
      <Control field={field} {...props} />
    </MayNotApply>
  )
}

function Control({ field, isSegmented, unit, ...given }: CatalogueFieldProps & { field: Field }) {
  const say = useCatalogueWords()
  const named = { ...given, label: given.label ?? say(field.label) }
  switch (field.type) {
    case 'number':
      return <control.NumberField {...named} unit={unit ?? field.unit} />
    case 'money':
      return <control.NumberField {...named} unit="KZT" />
    case 'year':
      return <control.NumberField {...named} />
    case 'day':
      return <control.DayField {...named} />
    case 'month':
      return <control.DayField {...named} precision="month" />
    case 'box':
      return <control.BoxField {...named} />
    case 'choice':
    case 'optional':
    case 'boxes':
      return <Choice {...named} field={field} isSegmented={isSegmented} />
    case 'localized_line':
    case 'localized_text':
      return <control.LocalizedField {...named} isLong={field.type === 'localized_text'} />
    case 'text':
    case 'lines':
    case 'outline':
      return <control.AreaField {...named} />
    default:
      return <control.LineField {...named} />
  }
}

type ChoiceProps = control.Named & {
  field: Extract<Field, { options: readonly string[] }>
  isSegmented?: boolean
}

/** Not to know is one of the answers. */
function Choice({ field, isSegmented, ...named }: ChoiceProps) {
  const { t } = useLanguage()
  const say = useCatalogueWords()
  const options = field.options.map((value) => ({
    value,
    label: value === 'unknown' ? t('akimat.unknown') : say(`${field.words}.${value}`),
  }))
  if (field.type === 'boxes') return <control.BoxesField {...named} options={options} />
  if (isSegmented) return <control.SegmentField {...named} options={options} />
  return <control.ListField {...named} options={options} isAlwaysChosen={field.type === 'choice'} />
}

/** "Does not apply" under a control. The box lies over a hidden "it does", so it works without JavaScript. */
function MayNotApply({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useLanguage()
  const { props, chosen } = useEditorField(`${name}.applies`)
  return (
    <div className="group/applies flex min-w-0 flex-col gap-1">
      <div className="group-has-[[data-applies]:checked]/applies:opacity-60">{children}</div>
      <input type="hidden" name={props.name} value="yes" />
      <label className="text-muted hover:text-accent-strong inline-flex min-h-8 items-center gap-2 self-start text-sm">
        <input
          type="checkbox"
          id={props.id}
          name={props.name}
          value="no"
          data-applies
          defaultChecked={chosen.at(-1) === 'no'}
          className="tick size-4 shrink-0"
        />
        {t('ui.state.not_applicable')}
      </label>
    </div>
  )
}
