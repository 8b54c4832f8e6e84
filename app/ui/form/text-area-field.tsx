import type { TextareaHTMLAttributes } from 'react'
import { controlClass } from './control-class'
import { Field, type FieldProps } from './field'

type AreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'required' | 'id'>

/** Several lines of text; grows with what is typed where the browser can. */
export function TextAreaField(props: FieldProps & AreaProps) {
  const { id, label, hint, error, required, isMarkedOptional, isLabelHidden, rows = 4, ...area } = props
  return (
    <Field {...{ id, label, hint, error, required, isMarkedOptional, isLabelHidden }}>
      {(control) => (
        <textarea rows={rows} {...area} {...control} className={`${controlClass} field-sizing-content min-h-28`} />
      )}
    </Field>
  )
}
