import { useEffect, useRef, type RefObject } from 'react'

/** A `<details>` that also closes on a press outside, on Escape and after following one of its links. */
export function useClosingDetails(): RefObject<HTMLDetailsElement> {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const element = details.current
      if (!element?.open || !(event.target instanceof Element)) return
      const isInside = element.contains(event.target)
      if (event.type === 'click' && isInside && event.target.closest('a') === null) return
      if (event.type === 'keydown') {
        if ((event as KeyboardEvent).key !== 'Escape') return
        if (isInside) element.querySelector('summary')?.focus()
      }
      element.open = false
    }
    document.addEventListener('click', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('click', close)
      document.removeEventListener('keydown', close)
    }
  }, [])
  return details
}
