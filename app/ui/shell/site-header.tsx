import { NavLink, useLocation } from '@remix-run/react'
import { Menu } from 'lucide-react'
import { useLanguage } from '#app/platform/i18n/use-language'
import { useClosingDetails } from '#app/ui/closing-details'
import { Icon } from '#app/ui/icon'
import { LinkButton } from '#app/ui/link-button'
import { Bell } from './bell'
import { DemoBand } from './demo-band'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'
import { Owner, PersonLinks, PersonMenu } from './person-menu'
import type { Section } from './sections'
import type { ShellPerson } from './shell-data'

type HeaderProps = { sections: readonly Section[]; isDesk: boolean; isDemo: boolean; person: ShellPerson | null }

/** Top of every page. On a phone the sections and the person fold into a disclosure that needs no JavaScript. */
export function SiteHeader({ sections, isDesk, isDemo, person }: HeaderProps) {
  const { t } = useLanguage()
  const label = isDesk ? t('ui.shell.desk_navigation') : t('ui.shell.main_navigation')
  return (
    <header data-shell className="border-line bg-surface relative z-20 border-b">
      {isDemo && <DemoBand />}
      <div className="flex min-h-16 flex-wrap items-center gap-x-2 px-4 py-2 sm:gap-x-4 sm:px-6">
        <Logo isShort={person !== null} />
        <nav aria-label={label} className="hidden lg:block">
          <SectionLinks sections={sections} isRow />
        </nav>
        <div className="ml-auto flex flex-wrap items-center justify-end gap-x-1 lg:gap-x-4">
          <LanguageSwitch />
          {person !== null && <Bell unread={person.unread} />}
          <div className="hidden lg:block">
            <PersonMenu person={person} />
          </div>
          <PhoneMenu label={label} sections={sections} person={person} />
        </div>
      </div>
    </header>
  )
}

function PhoneMenu({ label, sections, person }: { label: string } & Pick<HeaderProps, 'sections' | 'person'>) {
  const { t, href } = useLanguage()
  const details = useClosingDetails()
  return (
    <details ref={details} className="lg:hidden">
      <summary className="hover:text-accent-strong flex min-h-11 items-center gap-2 rounded-md px-2 text-sm font-semibold">
        <Icon of={Menu} />
        {t('ui.shell.menu')}
      </summary>
      <div className="border-line bg-surface shadow-float absolute inset-x-0 top-full border-b px-4 py-3">
        <nav aria-label={label}>
          <SectionLinks sections={sections} isRow={false} />
        </nav>
        <div className="border-line mt-3 border-t pt-3">
          {person === null ? (
            <LinkButton to={href('/sign-in')} isWide>
              {t('ui.shell.sign_in')}
            </LinkButton>
          ) : (
            <>
              <p className="text-muted px-3 text-sm">
                <Owner person={person} />
              </p>
              <PersonLinks person={person} />
            </>
          )}
        </div>
      </div>
    </details>
  )
}

function SectionLinks({ sections, isRow }: { sections: readonly Section[]; isRow: boolean }) {
  const { t, href } = useLanguage()
  const { pathname } = useLocation()
  /** Another section lies below this one and is the one that is open. */
  const isElsewhere = (path: string) =>
    sections.some((other) => other.path.startsWith(`${path}/`) && pathname.startsWith(href(other.path)))
  return (
    <ul className={isRow ? 'flex gap-1' : 'grid'}>
      {sections.map(({ word, path, isExact }) => (
        <li key={path}>
          <NavLink
            to={href(path)}
            end={isExact ?? isElsewhere(path)}
            data-plain
            className="text-muted hover:text-accent-strong aria-[current]:text-ink inline-flex min-h-11 items-center rounded-sm px-3 text-base no-underline aria-[current]:font-semibold"
          >
            {t(`ui.nav.${word}`)}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
