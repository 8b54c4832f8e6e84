import { useTranslation } from 'react-i18next'
import { LinkButton } from './link-button'

type ErrorStateProps = {
  title?: string
  requestId?: string | null
  /** Address that tries again. */
  retryTo: string
}

/** A part of a page that could not be loaded; the rest of the page stays. */
export function ErrorState({ title, requestId, retryTo }: ErrorStateProps) {
  const { t } = useTranslation()
  return (
    <div
      role="alert"
      className="border-bad bg-bad-soft flex flex-col items-start gap-3 rounded-md border-l-4 px-4 py-3"
    >
      <p className="font-semibold">{title ?? t('ui.error.server_title')}</p>
      {requestId && (
        <p className="text-sm">
          {t('ui.error.request_id')}: <code>{requestId}</code>
        </p>
      )}
      <LinkButton to={retryTo} reloadDocument>
        {t('ui.action.retry')}
      </LinkButton>
    </div>
  )
}
