import type { InputHTMLAttributes, ReactNode } from 'react'
import { controlProps, FieldErrors, FieldHint, type FieldProps } from './field'

type BoxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'required' | 'type' | 'id'>

type CheckboxFieldProps = Pick<FieldProps, 'id' | 'label' | 'hint' | 'error' | 'required'> &
  BoxProps & {
    /** At the end of the row: a count, a note. */
    aside?: ReactNode
  }

/** One box with its words; the whole row can be pressed. */
export function CheckboxField({ id, label, hint, error, required, aside, ...box }: CheckboxFieldProps) {
  const control = controlProps({ id, label, hint, error, required })
  return (
    <div>
      <label htmlFor={id} className="hover:text-accent-strong flex min-h-11 items-start gap-3 rounded-sm py-2.5">
        <input type="checkbox" value="on" {...box} {...control} className="tick mt-0.5 size-5 shrink-0" />
        <span className="min-w-0">{label}</span>
        {aside !== undefined && <span className="text-muted ml-auto pl-2 text-sm tabular-nums">{aside}</span>}
      </label>
      {hint && (
        <div className="pl-8">
          <FieldHint id={id}>{hint}</FieldHint>
        </div>
      )}
      <FieldErrors id={id} error={error} />
    </div>
  )
}
