import { useLocation } from '@remix-run/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { NavigationProgress } from './navigation-progress'
import { usePageHandle } from './page-handle'
import type { ShellPerson } from './person-menu'
import type { Preferences } from './preferences'
import { deskSections, publicSections } from './sections'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import { SkipLink } from './skip-link'

export type ShellData = { isDemo: boolean; person: ShellPerson | null; preferences: Preferences }

/** Everything around a page: band, header, main, footer. */
export function PageFrame({ shell, children }: { shell: ShellData; children: ReactNode }) {
  const { frame = 'page', desk } = usePageHandle()
  const main = useFocusAfterNavigation()
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <NavigationProgress />
      <SiteHeader
        sections={desk ? deskSections[desk] : publicSections}
        isDesk={desk !== undefined}
        person={shell.person}
        isDemo={shell.isDemo}
      />
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className={`flex-1 outline-none ${frame === 'page' ? 'max-w-reading mx-auto w-full px-4 pt-6 pb-16 sm:px-6' : ''}`}
      >
        {children}
      </main>
      <SiteFooter preferences={shell.preferences} />
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
