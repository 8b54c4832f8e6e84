import type { DeskView } from '#app/domain/sites/desk'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Form } from '#app/ui/form/form'
import { useNavigation } from '@remix-run/react'
import { useRef, type ReactNode } from 'react'

/** A table with a box in each row: what is ticked is confirmed with one press. */
export function ConfirmSelection({ view, children }: { view: DeskView; children: ReactNode }) {
  const { t } = useLanguage()
  const { state } = useNavigation()
  const form = useRef<HTMLFormElement>(null)
  const tickAll = () => {
    const boxes = [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=number]') ?? [])]
    const isAll = boxes.every((box) => box.checked)
    for (const box of boxes) box.checked = !isAll
  }
  return (
    <Form ref={form} method="post" action="?index" className="flex flex-col gap-4">
      <input type="hidden" name="view" value={view} />
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" name="intent" value="confirm" isBusy={state === 'submitting'}>
          {t('review.confirm_ticked')}
        </Button>
        <span className="needs-script">
          <Button type="button" look="quiet" onClick={tickAll}>
            {t('review.tick_all')}
          </Button>
        </span>
        <p className="text-muted max-w-text text-sm">{t('review.confirm_meaning')}</p>
      </div>
    </Form>
  )
}
