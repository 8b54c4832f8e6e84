import { useTranslation } from 'react-i18next'

/** First stop of the keyboard: past the header to `<main id="main">`. */
export function SkipLink() {
  const { t } = useTranslation()
  return (
    <a
      href="#main"
      className="bg-accent text-on-accent sr-only z-50 rounded-md px-4 py-3 font-semibold focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
    >
      {t('ui.shell.skip')}
    </a>
  )
}
