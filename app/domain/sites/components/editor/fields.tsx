import type { Unit } from '#app/platform/i18n/format'
import { languages } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CheckboxField } from '#app/ui/form/checkbox-field'
import { SegmentedField } from '#app/ui/form/choice-fields'
import { DateField } from '#app/ui/form/date-field'
import { FieldGroup } from '#app/ui/form/field-group'
import { SelectField, type Option } from '#app/ui/form/select-field'
import { TextAreaField } from '#app/ui/form/text-area-field'
import { TextField } from '#app/ui/form/text-field'
import type { ReactNode } from 'react'
import { WithNews } from './field-news'
import { useEditorField } from './use-editor-field'

export type Named = { name: string; label: string; hint?: ReactNode; required?: boolean }

// The browser must not refuse to send a half-filled form, so what is required is marked, not enforced.

export function LineField({ name, label, hint, isCode }: Named & { isCode?: boolean }) {
  return (
    <WithNews name={name}>
      <TextField
        {...useEditorField(name).props}
        label={label}
        hint={hint}
        autoComplete="off"
        inputMode={isCode ? 'numeric' : undefined}
      />
    </WithNews>
  )
}

/** An empty number says that there are no data. */
export function NumberField({ name, label, hint, required, unit }: Named & { unit?: Unit }) {
  const { t, format } = useLanguage()
  return (
    <WithNews name={name}>
      <TextField
        {...useEditorField(name).props}
        label={label}
        hint={hint}
        required={required}
        unit={unit && format.unit(unit)}
        placeholder={t('ui.state.unknown')}
        inputMode="decimal"
        autoComplete="off"
      />
    </WithNews>
  )
}

export function DayField({ name, label, hint, precision }: Named & { precision?: 'day' | 'month' }) {
  return (
    <WithNews name={name}>
      <DateField {...useEditorField(name).props} label={label} hint={hint} precision={precision} />
    </WithNews>
  )
}

/** `isAlwaysChosen`: unknown is one of the options, so there is no empty one. */
export function ListField({
  name,
  label,
  hint,
  required,
  options,
  isAlwaysChosen,
}: Named & { options: readonly Option[]; isAlwaysChosen?: boolean }) {
  const { t } = useLanguage()
  const emptyLabel = isAlwaysChosen ? null : t('akimat.not_stated')
  return (
    <WithNews name={name}>
      <SelectField {...useEditorField(name).props} {...{ label, hint, required, options, emptyLabel }} />
    </WithNews>
  )
}

export function SegmentField({ name, label, hint, options }: Named & { options: readonly Option[] }) {
  return (
    <WithNews name={name}>
      <SegmentedField {...useEditorField(name).props} label={label} hint={hint} options={options} />
    </WithNews>
  )
}

/** `<name>.shown` tells the server that the boxes were there, also when none is ticked. */
export function BoxesField({ name, label, hint, required, options }: Named & { options: readonly Option[] }) {
  const { props, chosen } = useEditorField(name)
  return (
    <WithNews name={name}>
      <FieldGroup id={name} legend={label} hint={hint} error={props.error} required={required}>
        <input type="hidden" name={`${name}.shown`} value="1" />
        <div className="grid gap-x-6 sm:grid-cols-2">
          {options.map((option) => (
            <CheckboxField
              key={option.value}
              id={`${name}-${option.value}`}
              name={name}
              value={option.value}
              label={option.label}
              defaultChecked={chosen.includes(option.value)}
            />
          ))}
        </div>
      </FieldGroup>
    </WithNews>
  )
}

export function BoxField({ name, label, hint }: Named) {
  const { chosen } = useEditorField(name)
  return (
    <WithNews name={name}>
      <input type="hidden" name={`${name}.shown`} value="1" />
      <CheckboxField id={name} name={name} label={label} hint={hint} defaultChecked={chosen.length > 0} />
    </WithNews>
  )
}

export function AreaField({ name, label, hint, rows = 2 }: Named & { rows?: number }) {
  return (
    <WithNews name={name}>
      <TextAreaField {...useEditorField(name).props} label={label} hint={hint} rows={rows} />
    </WithNews>
  )
}

/** A text in the three languages of the product, Kazakh first; `required`: in Kazakh and Russian. */
export function LocalizedField({ name, label, hint, required = false, isLong = false }: Named & { isLong?: boolean }) {
  return (
    <div className="grid gap-4">
      {languages.map((language, index) => (
        <OneLanguage
          key={language}
          {...{ name, label, language, isLong }}
          hint={index === 0 ? hint : undefined}
          required={required && language !== 'en'}
        />
      ))}
    </div>
  )
}

type OneLanguageProps = Named & { language: 'kk' | 'ru' | 'en'; isLong: boolean }

function OneLanguage({ name, label, hint, required, language, isLong }: OneLanguageProps) {
  const { t } = useLanguage()
  const { props } = useEditorField(`${name}.${language}`)
  const field = { ...props, lang: language, hint, required, label: `${label} ${t(`akimat.in_language.${language}`)}` }
  return (
    <WithNews name={props.name}>
      {isLong ? <TextAreaField {...field} rows={3} /> : <TextField {...field} autoComplete="off" />}
    </WithNews>
  )
}
