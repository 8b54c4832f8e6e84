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
import { useEditorField } from './use-editor-field'

type Named = { name: string; label: string; hint?: ReactNode; required?: boolean }

// The browser must not refuse to send a half-filled form, so what is required is marked, not enforced.

export function LineField({ name, label, hint }: Named) {
  return <TextField {...useEditorField(name).props} label={label} hint={hint} autoComplete="off" />
}

export function NumberField({ name, label, hint, required, unit }: Named & { unit?: Unit }) {
  const { format } = useLanguage()
  return (
    <TextField
      {...useEditorField(name).props}
      label={label}
      hint={hint}
      required={required}
      unit={unit && format.unit(unit)}
      inputMode="decimal"
      autoComplete="off"
    />
  )
}

export function DayField({ name, label, hint, precision }: Named & { precision?: 'day' | 'month' }) {
  return <DateField {...useEditorField(name).props} label={label} hint={hint} precision={precision} />
}

/** `isAlwaysChosen`: unknown is one of the options, so there is no empty one. */
export function ListField({
  name,
  label,
  hint,
  options,
  isAlwaysChosen,
}: Named & { options: readonly Option[]; isAlwaysChosen?: boolean }) {
  const { t } = useLanguage()
  const emptyLabel = isAlwaysChosen ? null : t('akimat.not_stated')
  return <SelectField {...useEditorField(name).props} {...{ label, hint, options, emptyLabel }} />
}

export function SegmentField({ name, label, hint, options }: Named & { options: readonly Option[] }) {
  return <SegmentedField {...useEditorField(name).props} label={label} hint={hint} options={options} />
}

export function BoxesField({ name, label, hint, required, options }: Named & { options: readonly Option[] }) {
  const { props, chosen } = useEditorField(name)
  return (
    <FieldGroup id={name} legend={label} hint={hint} error={props.error} required={required}>
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
  return isLong ? <TextAreaField {...field} rows={3} /> : <TextField {...field} autoComplete="off" />
}
