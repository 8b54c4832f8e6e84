import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'
import type { ImportPage } from '../preview'
import { ImportCounts, ImportRemarks, RowsByView } from './import-preview'

type DoneProps = {
  page: ImportPage
  paging: { page: number; size: number }
  /** What the press on "submit" has done; null before. */
  submitted: { submitted: number; incomplete: number } | null
}

/** What was stored, and the next step. */
export function ImportDone({ page, paging, submitted }: DoneProps) {
  const { t, format, href } = useLanguage()
  const navigation = useNavigation()
  return (
    <div className="flex flex-col gap-8">
      <ImportCounts page={page} />
      <div className="max-w-text flex flex-col gap-4">
        {submitted !== null && (
          <Notice tone="good" role="status">
            {t('imports.submitted', {
              submitted: format.number(submitted.submitted),
              incomplete: format.number(submitted.incomplete),
            })}
          </Notice>
        )}
        {page.drafts > 0 && (
          <Panel title={t('imports.done_title')}>
            <p>{t('imports.submit_text', { count: page.drafts, value: format.number(page.drafts) })}</p>
            <Form method="post">
              <Button look="primary" name="intent" value="submit" isBusy={navigation.state === 'submitting'}>
                {t('imports.submit')}
              </Button>
            </Form>
          </Panel>
        )}
        <div className="flex flex-wrap gap-3">
          <LinkButton to={href('/akimat')}>{t('imports.to_desk')}</LinkButton>
          <LinkButton to={href('/akimat/import')}>{t('imports.another')}</LinkButton>
        </div>
      </div>
      <ImportRemarks remarks={page.remarks} />
      <RowsByView page={page} paging={paging} />
    </div>
  )
}
