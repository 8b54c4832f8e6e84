import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

export type SummaryError = { fieldId: string; message: string }

/** Over a form that came back: how many mistakes, each a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors, title }: { errors: readonly SummaryError[]; title?: string }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="border-bad bg-bad-soft rounded-md border-l-4 px-4 py-3 outline-none"
    >
      <p className="text-bad font-semibold">{title ?? t('ui.field.errors_title', { count: errors.length })}</p>
      <ul className="mt-1">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                if (focusField(fieldId)) event.preventDefault()
              }}
              className="text-ink hover:text-bad inline-flex min-h-11 items-center underline"
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
      <p className="text-muted mt-1 text-sm">{t('ui.field.errors_hint')}</p>
    </div>
  )
}

function focusField(id: string): boolean {
  const element = document.getElementById(id)
  const target = element?.matches('fieldset') ? (element.querySelector<HTMLElement>('input') ?? element) : element
  target?.focus()
  return target !== null
}
