import { ChevronDown } from 'lucide-react'
import type { SelectHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon'
import { controlClass } from './control-class'
import { Field, type FieldProps } from './field'

export type Option = { value: string; label: string; isDisabled?: boolean }

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'required' | 'id' | 'children'>

type SelectFieldProps = FieldProps &
  SelectProps & {
    options: readonly Option[]
    /** First, empty choice; "Choose" unless told, null for none. */
    emptyLabel?: string | null
  }

/** One of many: the browser's own list. For up to five short choices use SegmentedField or ChoiceField. */
export function SelectField(props: SelectFieldProps) {
  const { id, label, hint, error, required, isMarkedOptional, isLabelHidden, options, emptyLabel, ...select } = props
  const { t } = useTranslation()
  return (
    <Field {...{ id, label, hint, error, required, isMarkedOptional, isLabelHidden }}>
      {(control) => (
        <span className="relative flex">
          <select {...select} {...control} className={`${controlClass} appearance-none pr-10`}>
            {emptyLabel !== null && <option value="">{emptyLabel ?? t('ui.field.choose')}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.isDisabled}>
                {option.label}
              </option>
            ))}
          </select>
          <span className="text-muted pointer-events-none absolute inset-y-0 right-3 flex items-center">
            <Icon of={ChevronDown} size={16} />
          </span>
        </span>
      )}
    </Field>
  )
}
