import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'

/** A link to a field opens the folds around it and puts the cursor there. */
export function useFieldInView(): void {
  const { hash, key } = useLocation()
  useEffect(() => {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)))
    if (target === null || hash === '') return
    for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true
    const control = target.matches('fieldset') ? target.querySelector<HTMLElement>('input:not([type=hidden])') : target
    control?.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'center' })
  }, [hash, key])
}
