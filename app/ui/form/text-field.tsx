import type { InputHTMLAttributes } from 'react'
import { controlClass } from './control-class'
import { controlProps, Field, type FieldProps } from './field'

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'className' | 'required'>

export type TextFieldProps = FieldProps &
  InputProps & {
    /** Shown inside the box on the right and read out with the value: кВт, м², ₸. */
    unit?: string
  }

/** One line of text or a number. Numbers are `type="text" inputMode="decimal"`: people type spaces and commas. */
export function TextField(props: TextFieldProps) {
  const { id, label, hint, error, required, isMarkedOptional, isLabelHidden, unit, ...input } = props
  const field = { id, label, hint, error, required, isMarkedOptional, isLabelHidden }
  const control = controlProps(field)
  const describedBy = [control['aria-describedby'], unit && `${id}-unit`].filter(Boolean).join(' ') || undefined
  return (
    <Field {...field}>
      {(bound) => (
        <span className="relative flex">
          <input
            type="text"
            {...input}
            {...bound}
            aria-describedby={describedBy}
            className={`${controlClass}${unit ? 'pr-20 tabular-nums' : ''}`}
          />
          {unit && (
            <span
              id={`${id}-unit`}
              className="text-muted pointer-events-none absolute inset-y-0 right-3 flex items-center text-sm"
            >
              {unit}
            </span>
          )}
        </span>
      )}
    </Field>
  )
}
