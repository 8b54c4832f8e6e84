import { Link } from '@remix-run/react'
import { useLanguage } from '#app/platform/i18n/use-language'
import { PreferencesForm } from './preferences-form'
import type { Preferences } from './preferences'

export function SiteFooter({ preferences }: { preferences: Preferences }) {
  const { t, href } = useLanguage()
  const link = 'inline-flex min-h-11 items-center text-accent hover:text-accent-strong hover:underline'
  return (
    <footer data-shell className="border-line bg-sunken mt-auto border-t text-sm">
      <div className="flex flex-col gap-x-8 gap-y-2 px-4 py-4 sm:px-6 md:flex-row md:flex-wrap md:items-center md:justify-between">
        <nav aria-label={t('ui.shell.footer_navigation')}>
          <ul className="flex flex-wrap gap-x-6">
            <li>
              <Link to={href('/about')} className={link}>
                {t('ui.nav.about')}
              </Link>
            </li>
            <li>
              <Link to={`${href('/about')}#sources`} className={link}>
                {t('ui.nav.sources')}
              </Link>
            </li>
            <li>
              <Link to={href('/privacy')} className={link}>
                {t('ui.nav.privacy')}
              </Link>
            </li>
          </ul>
        </nav>
        <PreferencesForm preferences={preferences} />
      </div>
    </footer>
  )
}
