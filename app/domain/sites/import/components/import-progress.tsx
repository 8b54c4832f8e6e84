import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { LiveCount } from '#app/ui/live-count'
import { Notice } from '#app/ui/notice'
import { Panel } from '#app/ui/panel'
import { ProgressBar } from '#app/ui/progress-bar'
import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import type { ImportPage } from '../preview'
import { CancelImport } from './cancel-import'

const everyMs = 1500

/** How far the work has come; asks again by itself, without JavaScript by a reload of the page. */
export function ImportProgress({ page }: { page: ImportPage }) {
  const { t, format } = useLanguage()
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => {
      if (state === 'idle' && document.visibilityState === 'visible') revalidate()
    }, everyMs)
    return () => clearInterval(timer)
  }, [revalidate, state])
  const isStoring = page.state === 'confirmed'
  const [done, total] = [format.number(page.rowsDone), format.number(page.rowsTotal)]
  const isCounted = page.rowsTotal > page.rowsDone
  return (
    <div className="max-w-text flex flex-col gap-6">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <Panel title={isStoring ? t('imports.storing') : t('imports.reading')}>
        {isCounted && !isStoring && (
          <ProgressBar label={t('imports.views')} share={page.rowsDone / Math.max(1, page.rowsTotal)} />
        )}
        {!isStoring && (
          <LiveCount>{isCounted ? t('imports.rows_of', { done, total }) : t('imports.rows_read', { done })}</LiveCount>
        )}
        <p className="text-muted">{t('imports.progress_text')}</p>
        <noscript>
          <LinkButton to="">{t('imports.refresh')}</LinkButton>
        </noscript>
      </Panel>
      {page.isSilent && (
        <Notice tone="attention" title={t('imports.stopped')} role="status">
          <p className="pb-3">{t('imports.stopped_text')}</p>
          <Form method="post">
            <Button name="intent" value="retry">
              {t('imports.go_on')}
            </Button>
          </Form>
        </Notice>
      )}
      {!isStoring && <CancelImport />}
    </div>
  )
}
