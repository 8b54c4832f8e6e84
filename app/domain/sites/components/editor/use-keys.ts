import { dossierGroups, type DossierGroup } from '#app/domain/sites/choices'
import { useNavigate } from '@remix-run/react'
import { useEffect } from 'react'

const steps: Record<string, number> = { PageDown: 1, PageUp: -1 }

/** Ctrl+S saves, Alt+Page Down and Alt+Page Up go to the next group and the one before. */
export function useKeys(group: DossierGroup, flush: () => Promise<boolean>): void {
  const navigate = useNavigate()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyS') {
        event.preventDefault()
        void flush()
      }
      const step = event.altKey ? steps[event.key] : undefined
      const next = step === undefined ? undefined : dossierGroups[dossierGroups.indexOf(group) + step]
      if (next === undefined) return
      event.preventDefault()
      navigate(`?group=${next}`)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [group, flush, navigate])
}
