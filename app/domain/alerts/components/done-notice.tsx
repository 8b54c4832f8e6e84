import type { Done } from '#app/domain/alerts/done'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { Notice } from '#app/ui/notice'
import { KeepForm } from './kept-sites'

/** What was just done, with the way to undo it. */
export function DoneNotice({ done }: { done: Done | null }) {
  const { t } = useLanguage()
  if (done === null) return null
  if (done.kind === 'full') {
    return (
      <Notice tone="attention" role="alert">
        {t('favourites.full')}
      </Notice>
    )
  }
  return (
    <Notice tone="good" role="status">
      <div className="flex flex-wrap items-center gap-x-4">
        <DoneWords done={done} />
      </div>
    </Notice>
  )
}

function DoneWords({ done }: { done: Exclude<Done, { kind: 'full' }> }) {
  const { t } = useLanguage()
  const undo = t('alerts.page.undo')
  switch (done.kind) {
    case 'added':
    case 'removed':
      return (
        <>
          <p>{t(`alerts.page.${done.kind}`, { number: done.number })}</p>
          <KeepForm number={done.number} intent={done.kind === 'added' ? 'drop' : 'keep'} label={undo} />
        </>
      )
    case 'search_removed':
      return (
        <>
          <p>{t('alerts.page.search_removed', { title: done.wish.title })}</p>
          <Form method="post">
            {Object.entries(done.wish).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button look="quiet" size="small" name="intent" value="restore_watch">
              {undo}
            </Button>
          </Form>
        </>
      )
    default:
      return <p>{t(`alerts.page.${done.kind}`)}</p>
  }
}
