import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { Panel } from '#app/ui/panel'
import { useNavigation } from '@remix-run/react'

/** Asks once more before a brief is deleted. */
export function DeletePanel({ keepTo }: { keepTo: string }) {
  const { t } = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Panel title={t('briefs.delete.title')} tone="attention">
      <p>{t('briefs.delete.text')}</p>
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="intent" value="delete" />
        <Button look="danger" isBusy={isBusy}>
          {t('briefs.delete.action')}
        </Button>
        <LinkButton to={keepTo}>{t('briefs.delete.keep')}</LinkButton>
      </Form>
    </Panel>
  )
}

/** All that is left of a deleted brief: the way back. */
export function DeletedNotice() {
  const { t } = useLanguage()
  const isBusy = useNavigation().state === 'submitting'
  return (
    <Notice tone="attention" role="status" title={t('briefs.deleted.title')}>
      <p>{t('briefs.deleted.text')}</p>
      <Form method="post" className="pt-2">
        <input type="hidden" name="intent" value="restore" />
        <Button isBusy={isBusy}>{t('briefs.deleted.restore')}</Button>
      </Form>
    </Notice>
  )
}
