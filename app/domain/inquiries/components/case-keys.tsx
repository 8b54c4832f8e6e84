import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Dialog } from '#app/ui/dialog'
import { LinkButton } from '#app/ui/link-button'
import { useShortcuts } from '#app/ui/shortcuts'
import { useNavigate } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PanelKey } from './action-bar'

type CaseKeysProps = {
  open: readonly PanelKey[]
  panel: PanelKey | null
  to: (panel: PanelKey) => string
  /** Addresses of the cases beside this one in the list; null at its ends. */
  previous: string | null
  next: string | null
}

const helped = ['a', 'n', 'v', '[', ']', '?'] as const
const words = { a: 'answer', n: 'note', v: 'visit', '[': 'previous', ']': 'next', '?': 'help' } as const

/** To the cases beside this one, and single keys for what is done most; each has its button. */
export function CaseKeys({ open, panel, to, previous, next }: CaseKeysProps) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (wantsFocus.current) focusForm()
    wantsFocus.current = false
  }, [panel])
  const actions = useMemo(() => {
    const show = (key: PanelKey) => {
      if (!open.includes(key)) return undefined
      return () => {
        if (key === panel) return focusForm()
        wantsFocus.current = true
        navigate(to(key), { preventScrollReset: true })
      }
    }
    const go = (address: string | null) => (address === null ? undefined : () => navigate(address))
    return {
      ...{ a: show('answer'), n: show('note'), v: show('visit') },
      ...{ '[': go(previous), ']': go(next), '?': () => setIsHelpOpen(true) },
    }
  }, [open, panel, to, previous, next, navigate])
  useShortcuts(actions)
  return (
    <nav aria-label={t('casework.keys.label')} className="-ml-3 flex flex-wrap gap-2" data-no-print>
      {previous !== null && (
        <LinkButton to={previous} size="small" look="quiet">
          ← {t('casework.keys.previous')}
        </LinkButton>
      )}
      {next !== null && (
        <LinkButton to={next} size="small" look="quiet">
          {t('casework.keys.next')} →
        </LinkButton>
      )}
      <span className="needs-script">
        <Button type="button" size="small" look="quiet" onClick={() => setIsHelpOpen(true)}>
          {t('casework.keys.title')}
        </Button>
      </span>
      <Dialog title={t('casework.keys.title')} isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)}>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
          {helped.map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="border-edge bg-sunken rounded-sm border px-2 py-0.5 text-sm">{key.toUpperCase()}</kbd>
              </dt>
              <dd>{t(`casework.keys.${words[key]}`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </nav>
  )
}

/** Into the first field of the form that is open. */
function focusForm(): void {
  document.querySelector<HTMLElement>('#panel :is(input:not([type=hidden]), textarea, select)')?.focus()
}
