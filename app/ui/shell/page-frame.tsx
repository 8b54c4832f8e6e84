import { useLocation, useParams } from '@remix-run/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NavigationProgress } from './navigation-progress'
import { usePageHandle } from './page-handle'
import { deskSections, publicSections } from './sections'
import type { ShellData } from './shell-data'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import { SkipLink } from './skip-link'
import { useLive } from './use-live'

type PageFrameProps = { shell: ShellData; isFailure?: boolean; children: ReactNode }

/** Everything around a page: band, header, main, footer. What stands for a page that failed does not fill the screen. */
export function PageFrame({ shell, isFailure = false, children }: PageFrameProps) {
  const { frame = 'page', desk } = usePageHandle()
  const { person, updates } = useLivePage(shell)
  const main = useFocusAfterNavigation()
  const sections = desk ? deskSections[desk] : publicSections
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <NavigationProgress />
      <LiveNews updates={updates} />
      <SiteHeader
        sections={sections.filter(({ only }) => only === undefined || shell.person?.circles.includes(only))}
        isDesk={desk !== undefined}
        person={person}
        isDemo={shell.isDemo}
      />
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className={`flex-1 outline-none ${frame === 'page' || isFailure ? 'max-w-reading mx-auto w-full px-4 pt-6 pb-16 sm:px-6' : ''}`}
      >
        {children}
      </main>
      <SiteFooter preferences={shell.preferences} />
    </div>
  )
}

/** The person with the unread notices of this moment, and how often the page was brought up to date. */
function useLivePage(shell: ShellData) {
  const { live } = usePageHandle()
  const params = useParams()
  const { search } = useLocation()
  const isListening = shell.person !== null || live !== undefined
  const asked = live?.({ params, search: new URLSearchParams(search) }) ?? {}
  const query = isListening ? new URLSearchParams(asked).toString() : null
  const { unread, updates } = useLive({ query, canReload: live !== undefined, loaded: shell })
  const person = shell.person && { ...shell.person, unread: unread ?? shell.person.unread }
  return { person, updates }
}

/** Says to those who do not see it that the page has changed under them. */
function LiveNews({ updates }: { updates: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" className="sr-only">
      {updates > 0 && <p key={updates}>{t('ui.shell.updated')}</p>}
    </div>
  )
}

/** A page that comes without a new document gets the focus, or screen readers would stay on the old link. */
function useFocusAfterNavigation() {
  const { pathname, hash } = useLocation()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (hash === '') main.current?.focus({ preventScroll: true })
  }, [pathname, hash])
  return main
}
