import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { buttonClass } from '#app/ui/button-class'
import { Link } from '@remix-run/react'
import { useRef, type ReactNode } from 'react'

type AssignChoiceProps = {
  /** Where the ticked cases are given away. */
  action: string
  /** The same list without boxes. */
  backTo: string
  canGive: boolean
  children: ReactNode
}

/** A list with boxes, and what is done with the ticked cases; the next page asks to whom and confirms. */
export function AssignChoice({ action, backTo, canGive, children }: AssignChoiceProps) {
  const { t } = useLanguage()
  const form = useRef<HTMLFormElement>(null)
  const tickAll = () => {
    const boxes = [...(form.current?.querySelectorAll<HTMLInputElement>('input[name=case]') ?? [])]
    const isAll = boxes.every((box) => box.checked)
    for (const box of boxes) box.checked = !isAll
  }
  return (
    <form ref={form} method="get" action={action} className="flex flex-col">
      <div className="bg-surface border-line sticky top-0 z-10 flex flex-wrap items-center gap-x-1 gap-y-2 px-4 pb-2">
        <Button look="primary" size="small">
          {t(canGive ? 'spk.assign.give' : 'spk.assign.take')}
        </Button>
        <span className="needs-script">
          <Button type="button" look="quiet" size="small" onClick={tickAll}>
            {t('spk.assign.tick_all')}
          </Button>
        </span>
        <Link to={backTo} data-plain className={buttonClass({ look: 'quiet', size: 'small' })}>
          {t('ui.action.cancel')}
        </Link>
      </div>
      {children}
    </form>
  )
}
