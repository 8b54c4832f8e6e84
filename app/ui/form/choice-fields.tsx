import type { ChangeEventHandler, ReactNode } from 'react'
import { FieldGroup } from './field-group'
import type { FieldProps } from './field'
import type { Option } from './select-field'

type ChoiceFieldProps = Omit<FieldProps, 'isMarkedOptional' | 'isLabelHidden'> & {
  name: string
  options: readonly (Option & { hint?: ReactNode })[]
  /** Uncontrolled: what is chosen at first. */
  defaultValue?: string | null
  /** Controlled, together with `onChange`. */
  value?: string
  onChange?: ChangeEventHandler<HTMLInputElement>
}

/** One of a few, each on its own row with an optional explanation. */
export function ChoiceField({ label, options, name, defaultValue, value, onChange, ...group }: ChoiceFieldProps) {
  return (
    <FieldGroup {...group} legend={label}>
      <div className="grid">
        {options.map((option) => (
          <label
            key={option.value}
            className="hover:text-accent-strong has-disabled:text-muted flex min-h-11 items-start gap-3 rounded-sm py-2.5"
          >
            <input
              type="radio"
              id={`${group.id}-${option.value}`}
              name={name}
              value={option.value}
              required={group.required}
              disabled={option.isDisabled}
              className="tick mt-0.5 size-5 shrink-0 rounded-full"
              {...chosen(option.value, { defaultValue, value, onChange })}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className="text-muted block text-sm">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

/** One of a few short words side by side (connected | at the boundary | none | unknown); wraps on a narrow screen. */
export function SegmentedField({ label, options, name, defaultValue, value, onChange, ...group }: ChoiceFieldProps) {
  return (
    <FieldGroup {...group} legend={label}>
      <div className="border-edge bg-surface flex flex-wrap gap-y-px self-start rounded-md border p-px">
        {options.map((option) => (
          <label
            key={option.value}
            className="hover:text-accent-strong has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-accent has-disabled:text-muted border-line relative flex min-h-11 grow items-center justify-center border-r px-3.5 text-sm first:rounded-l-sm last:rounded-r-sm last:border-r-0 has-checked:font-semibold has-focus-visible:outline-3"
          >
            <input
              type="radio"
              id={`${group.id}-${option.value}`}
              name={name}
              value={option.value}
              required={group.required}
              disabled={option.isDisabled}
              className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
              {...chosen(option.value, { defaultValue, value, onChange })}
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

type Choice = Pick<ChoiceFieldProps, 'defaultValue' | 'value' | 'onChange'>

function chosen(own: string, { defaultValue, value, onChange }: Choice) {
  return value === undefined ? { defaultChecked: own === defaultValue, onChange } : { checked: own === value, onChange }
}
