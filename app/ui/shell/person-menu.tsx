import { Link } from '@remix-run/react'
import { ChevronDown } from 'lucide-react'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Icon } from '#app/ui/icon'
import { useClosingDetails } from '#app/ui/closing-details'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import type { ShellPerson } from './shell-data'

const row =
  'flex min-h-11 w-full items-center rounded-sm px-3 text-left text-base text-ink no-underline hover:bg-accent-soft'

/** "Sign in", or the person's desks and the way out. Works without JavaScript: a disclosure with links and a form. */
export function PersonMenu({ person }: { person: ShellPerson | null }) {
  const { t, href } = useLanguage()
  const details = useClosingDetails()
  if (person === null) return <LinkButton to={href('/sign-in')}>{t('ui.shell.sign_in')}</LinkButton>
  return (
    <details ref={details} className="group relative">
      <summary className="text-muted hover:text-accent-strong flex min-h-11 items-center gap-2 rounded-md px-3 text-sm">
        <span className="sr-only">{t('ui.shell.person_menu')}: </span>
        <span className="max-w-96 truncate">
          <Owner person={person} />
        </span>
        <Icon of={ChevronDown} size={16} className="group-open:rotate-180" />
      </summary>
      <div className="border-line bg-surface shadow-float absolute right-0 z-30 mt-1 w-64 max-w-[90vw] rounded-lg border p-2">
        <PersonLinks person={person} />
      </div>
    </details>
  )
}

/** On whose behalf and who; a name stays as its bearer writes it, in every language of the page. */
export function Owner({ person }: { person: ShellPerson }) {
  return (
    <>
      {person.organisation !== null && `${person.organisation} · `}
      <span lang="kk" translate="no">
        {person.name}
      </span>
    </>
  )
}

export function PersonLinks({ person }: { person: ShellPerson }) {
  const { t, href } = useLanguage()
  return (
    <>
      <ul>
        {person.desks.map((desk) => (
          <li key={desk}>
            <Link to={href(`/${desk}`)} className={row}>
              {t(`ui.desk.${desk}`)}
            </Link>
          </li>
        ))}
      </ul>
      <Form method="post" action={href('/sign-out')} className="border-line mt-1 border-t pt-1">
        <button type="submit" className={row}>
          {t('ui.shell.sign_out')}
        </button>
      </Form>
    </>
  )
}
