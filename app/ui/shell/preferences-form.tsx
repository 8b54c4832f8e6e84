import { useLocation } from '@remix-run/react'
import { Eye } from 'lucide-react'
import { useLanguage } from '#app/platform/i18n/use-language'
import { FormToken } from '#app/ui/form/form-token'
import { Icon } from '#app/ui/icon'
import { themes, type Preferences, type Theme } from './preferences'

const themeWord = {
  auto: 'ui.vision.theme_auto',
  light: 'ui.vision.theme_light',
  dark: 'ui.vision.theme_dark',
} as const

/** A plain form, never a fetch: the whole document must come again in the new look. */
export function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const { t, href } = useLanguage()
  const { pathname, search } = useLocation()
  return (
    <form method="post" action={href('/preferences')} className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <FormToken />
      <input type="hidden" name="return_to" value={pathname + search} />
      <fieldset className="flex flex-wrap items-center gap-x-1">
        <legend className="text-muted float-left mr-2">{t('ui.vision.theme')}</legend>
        {themes.map((theme) => (
          <ThemeButton key={theme} theme={theme} isCurrent={theme === preferences.theme} />
        ))}
      </fieldset>
      <button
        name="vision"
        value={preferences.isHighVision ? 'normal' : 'high'}
        className="text-accent hover:text-accent-strong inline-flex min-h-11 items-center gap-2 hover:underline"
      >
        <Icon of={Eye} />
        {preferences.isHighVision ? t('ui.vision.turn_off') : t('ui.vision.turn_on')}
      </button>
    </form>
  )
}

function ThemeButton({ theme, isCurrent }: { theme: Theme; isCurrent: boolean }) {
  const { t } = useLanguage()
  return (
    <button
      name="theme"
      value={theme}
      aria-pressed={isCurrent}
      className="text-muted hover:text-accent-strong aria-pressed:text-ink inline-flex min-h-11 items-center rounded-sm px-2 aria-pressed:font-semibold aria-pressed:underline"
    >
      {t(themeWord[theme])}
    </button>
  )
}
