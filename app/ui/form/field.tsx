import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** One message or several for a field, already in the language of the page. */
export type FieldError = string | string[] | null | undefined

/** What the control inside a field must carry; spread it on the input. */
export type ControlProps = {
  id: string
  required?: boolean
  'aria-invalid'?: true
  'aria-describedby'?: string
}

export type FieldProps = {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: FieldError
  required?: boolean
  /** Says "optional" beside the label: for forms in which nearly everything is required. */
  isMarkedOptional?: boolean
  /** Label for screen readers only, where the place says what the field is (search bar). */
  isLabelHidden?: boolean
}

export function messagesOf(error: FieldError): string[] {
  if (!error) return []
  return typeof error === 'string' ? [error] : error
}

/** Ids follow conform: `<id>-description` for the hint, `<id>-error` for the messages. */
export function controlProps({ id, hint, error, required }: FieldProps): ControlProps {
  const hasError = messagesOf(error).length > 0
  const describedBy = [hasError && `${id}-error`, hint && `${id}-description`].filter(Boolean).join(' ')
  return {
    id,
    required: required || undefined,
    'aria-invalid': hasError || undefined,
    'aria-describedby': describedBy || undefined,
  }
}

/** Label above, control, hint and messages below: controls of one row stay in line whatever is said about them. */
export function Field({ children, ...field }: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { t } = useTranslation()
  const { id, label, hint, error, required, isMarkedOptional, isLabelHidden } = field
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'text-sm font-medium'}>
        {label}
        {required && (
          <span className="text-bad">
            <span aria-hidden="true"> *</span>
            <span className="sr-only">, {t('ui.field.required')}</span>
          </span>
        )}
        {isMarkedOptional && <span className="text-muted font-normal"> ({t('ui.field.optional')})</span>}
      </label>
      {children(controlProps(field))}
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      <FieldErrors id={id} error={error} />
    </div>
  )
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={`${id}-description`} className="text-muted text-sm">
      {children}
    </div>
  )
}

export function FieldErrors({ id, error }: { id: string; error: FieldError }) {
  const messages = messagesOf(error)
  if (messages.length === 0) return null
  return (
    <div id={`${id}-error`} className="text-bad text-sm font-medium">
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  )
}
