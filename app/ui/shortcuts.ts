import { useEffect } from 'react'

/** Whether keys belong to what is typed now, or to a control of its own. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/**
 * Single keys of a page (`a`, `j`, `?`), read by what they type or, in another keyboard layout, by where they are. They
 * rest while somebody types, holds a modifier or has a dialog open.
 */
export function useShortcuts(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      const run = actions[event.key] ?? actions[/^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? '']
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [actions])
}
