import { chooseText } from '#app/domain/kernel/localized'
import type { RemovedEntry } from '#app/domain/sites/removed-entry'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { Notice } from '#app/ui/notice'

/** What was just taken out, with the way back. */
export function RemovedNotice({ removed }: { removed: RemovedEntry }) {
  const { t, lang } = useLanguage()
  const name = chooseText(removed.list === 'photos' ? removed.entry.alt : removed.entry.title, lang).text
  return (
    <Notice role="status" tone="neutral">
      <Form method="post" preventScrollReset className="flex flex-wrap items-center justify-between gap-3">
        <span>{name === '' ? t(`papers.removed.${removed.list}`) : t('papers.removed_named', { name })}</span>
        <input type="hidden" name="intent" value="restore" />
        <input type="hidden" name="removed" value={JSON.stringify(removed)} />
        <Button look="secondary" size="small">
          {t('papers.undo')}
        </Button>
      </Form>
    </Notice>
  )
}
