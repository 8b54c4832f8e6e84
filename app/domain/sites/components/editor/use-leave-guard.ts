import { useBlocker } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * Leaving the form saves first; only when that fails the person is asked. Another group of the same page is leaving, too.
 */
export function useLeaveGuard(isUnsafe: () => boolean, flush: () => Promise<boolean>): void {
  const { t } = useTranslation()
  const blocker = useBlocker(({ currentLocation: from, nextLocation: to }) => {
    return isUnsafe() && (from.pathname !== to.pathname || from.search !== to.search)
  })
  const isAsking = useRef(false)
  useEffect(() => {
    if (blocker.state !== 'blocked' || isAsking.current) return
    isAsking.current = true
    void flush().then((isSafe) => {
      isAsking.current = false
      if (isSafe || window.confirm(t('ui.autosave.leave'))) blocker.proceed()
      else blocker.reset()
    })
  }, [blocker, flush, t])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsafe()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  })
}
