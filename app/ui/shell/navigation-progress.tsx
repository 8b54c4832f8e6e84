import { useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** A moving line at the top while the next page loads; says so to screen readers. */
export function NavigationProgress() {
  const { t } = useTranslation()
  const isLoading = useNavigation().state !== 'idle'
  return (
    <div role="status" data-no-print>
      {isLoading && (
        <>
          <span className="sr-only">{t('ui.shell.loading_page')}</span>
          <span aria-hidden="true" className="navigation-line bg-accent fixed inset-x-0 top-0 z-50 h-1" />
        </>
      )}
    </div>
  )
}
