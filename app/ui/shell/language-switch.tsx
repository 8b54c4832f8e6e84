import { useLocation } from '@remix-run/react'
import { languageNames, languages, switchLanguage } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'

/** The same page and query in another language. Loads a new document: each language brings only its own words. */
export function LanguageSwitch() {
  const { t, lang } = useLanguage()
  const { pathname, search } = useLocation()
  return (
    <nav aria-label={t('ui.shell.language')}>
      <ul className="flex">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={switchLanguage(pathname + search, language)}
              lang={language}
              hrefLang={language}
              aria-current={language === lang ? 'true' : undefined}
              aria-label={languageNames[language].full}
              data-plain
              className="group text-muted hover:text-accent-strong aria-[current]:text-accent inline-flex min-h-11 min-w-11 items-center justify-center text-sm no-underline aria-[current]:font-semibold"
            >
              <span className="group-aria-[current]:bg-accent-soft rounded-sm px-2 py-1">
                {languageNames[language].short}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
