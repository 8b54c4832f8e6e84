import type { DeskView } from '#app/domain/sites/desk'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { Notice } from '#app/ui/notice'

export const deskDone = ['undone', 'too_late', 'discarded', 'none_chosen', 'nothing_confirmed'] as const
export type DeskDone = (typeof deskDone)[number]

const worrying: readonly DeskDone[] = ['too_late', 'none_chosen', 'nothing_confirmed']

/** What was just done at the desk, and the way to take a confirmation back. */
export function DeskNotices(props: { confirmed: readonly string[]; done: DeskDone | null; view: DeskView }) {
  const { confirmed, done, view } = props
  const { t, format } = useLanguage()
  if (done !== null) {
    return (
      <Notice tone={worrying.includes(done) ? 'attention' : 'good'} role="status">
        {t(`review.desk_done.${done}`)}
      </Notice>
    )
  }
  const [first] = confirmed
  if (first === undefined) return null
  const title =
    confirmed.length === 1
      ? t('akimat.desk.confirmed', { number: first })
      : t('review.confirmed', { count: confirmed.length, value: format.number(confirmed.length) })
  return (
    <Notice tone="good" role="status" title={title}>
      {confirmed.length > 1 && <p className="text-sm">{confirmed.join(', ')}</p>}
      <Form method="post" action="?index">
        {confirmed.map((number) => (
          <input key={number} type="hidden" name="number" value={number} />
        ))}
        <input type="hidden" name="view" value={view} />
        <Button look="quiet" size="small" name="intent" value="undo">
          {t('akimat.desk.undo')}
        </Button>
      </Form>
    </Notice>
  )
}
