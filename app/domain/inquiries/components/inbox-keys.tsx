import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { Dialog } from '#app/ui/dialog'
import { useEffect, useState } from 'react'

const switchName = 'alan-inbox-keys'
const keys = ['j', 'k', 'enter', 'x', 'slash', 'question'] as const
const signs: Record<(typeof keys)[number], string> = {
  ...{ j: 'J', k: 'K', enter: 'Enter', x: 'X', slash: '/', question: '?' },
}

/**
 * Single keys for the list of cases. They never take a key from somebody who types or uses a menu, and can be turned
 * off (WCAG 2.1.4): the choice stays in this browser.
 */
export function InboxKeys() {
  const { t } = useLanguage()
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [isOn, setIsOn] = useState(true)
  useEffect(() => setIsOn(readSwitch()), [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isForOthers(event)) return
      if (event.key === '?') setIsHelpOpen(true)
      else if (!isOn || !act(event.key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])
  const turn = () => {
    localStorage.setItem(switchName, isOn ? 'off' : 'on')
    setIsOn(!isOn)
  }
  return (
    <span className="needs-script">
      <Button type="button" look="quiet" size="small" isFlush onClick={() => setIsHelpOpen(true)}>
        {t('spk.keys.open')}
      </Button>
      <Dialog title={t('spk.keys.title')} isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)}>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
          {keys.map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="border-edge bg-sunken rounded-sm border px-2 py-0.5 text-sm">{signs[key]}</kbd>
              </dt>
              <dd>{t(`spk.keys.does.${key}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="text-muted py-3 text-sm">{t(isOn ? 'spk.keys.is_on' : 'spk.keys.is_off')}</p>
        <Button type="button" onClick={turn}>
          {t(isOn ? 'spk.keys.turn_off' : 'spk.keys.turn_on')}
        </Button>
      </Dialog>
    </span>
  )
}

/** Keys that belong to a field, a menu, a dialog or the browser. */
function isForOthers(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  if (document.querySelector('dialog[open]')) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  const isBox = target instanceof HTMLInputElement && target.type === 'checkbox'
  return target.isContentEditable || (target.matches('input, textarea, select') && !isBox)
}

/** Whether the key meant something here. */
function act(key: string): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-inbox-row]')].filter(
    (row) => row.offsetParent !== null,
  )
  const focused = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement))
  const start = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute('aria-current'))
  // Keyboards of Kazakhstan: the same keys in Cyrillic layout.
  if (key === 'j' || key === 'о') return focusRow(rows[Math.min(rows.length - 1, start + 1)])
  if (key === 'k' || key === 'л') return focusRow(rows[Math.max(0, start - 1)])
  if (key === 'x' || key === 'ч') {
    const box = rows[focused]?.closest('li')?.querySelector<HTMLInputElement>('input[name=case]')
    box?.click()
    return box !== undefined && box !== null
  }
  const search = key === '/' ? document.querySelector<HTMLInputElement>('input#q') : null
  search?.focus()
  search?.select()
  return search !== null && search.offsetParent !== null
}

function focusRow(row: HTMLElement | undefined): boolean {
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
  return row !== undefined
}

/** A browser may refuse its storage; then the keys work. */
function readSwitch(): boolean {
  try {
    return localStorage.getItem(switchName) !== 'off'
  } catch {
    return true
  }
}
