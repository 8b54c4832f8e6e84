import type { InputHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, type FieldProps } from './field'

type FileProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'required' | 'type' | 'id'>

/** The browser's own file chooser; say the accepted kinds and the largest size in `hint`. */
export function FileField(props: FieldProps & FileProps) {
  const { id, label, hint, error, required, isMarkedOptional, isLabelHidden, ...file } = props
  const { t } = useTranslation()
  const several = file.multiple ? t('ui.field.file_hint') : null
  const wholeHint = hint && several ? [hint, '. ', several] : (hint ?? several)
  return (
    <Field {...{ id, label, hint: wholeHint, error, required, isMarkedOptional, isLabelHidden }}>
      {(control) => (
        <input
          type="file"
          {...file}
          {...control}
          className="border-edge bg-surface text-muted file:bg-accent-soft file:text-accent aria-invalid:border-bad min-h-11 w-full min-w-0 rounded-md border border-dashed p-1.5 text-sm file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-sm file:border-0 file:px-3 file:font-semibold"
        />
      )}
    </Field>
  )
}
