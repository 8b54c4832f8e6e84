import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { controlProps, FieldErrors, FieldHint, type FieldProps } from './field'

type FieldGroupProps = Omit<FieldProps, 'label' | 'isMarkedOptional' | 'isLabelHidden'> & {
  legend: ReactNode
  /** `label`: as small as a field's label. `heading`: a part of a form. */
  size?: 'label' | 'heading'
  children: ReactNode
}

/** Fields that answer one question together: a native fieldset with its legend, hint and messages. */
export function FieldGroup({ id, legend, size = 'label', hint, error, required, children }: FieldGroupProps) {
  const { t } = useTranslation()
  const control = controlProps({ id, label: legend, hint, error })
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={control['aria-describedby']}
      className="flex min-w-0 flex-col gap-1 outline-none"
    >
      <legend className={size === 'heading' ? 'mb-2 text-lg font-bold' : 'mb-1 text-sm font-medium'}>
        {legend}
        {required && (
          <span className="text-bad">
            <span aria-hidden="true"> *</span>
            <span className="sr-only">, {t('ui.field.required')}</span>
          </span>
        )}
      </legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {children}
      <FieldErrors id={id} error={error} />
    </fieldset>
  )
}
