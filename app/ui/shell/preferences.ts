import { preferenceCookie, readCookie } from '#app/platform/http/cookies'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export type Preferences = { theme: Theme; isHighVision: boolean }

const THEME_COOKIE = 'alan_theme'
const VISION_COOKIE = 'alan_vision'

/** How a visitor wants pages to look, from a `Cookie` header; anything unreadable counts as the ordinary look. */
export function preferencesOf(cookieHeader: string | null): Preferences {
  const theme = readCookie(cookieHeader, THEME_COOKIE)
  return {
    theme: themes.find((known) => known === theme) ?? 'auto',
    isHighVision: readCookie(cookieHeader, VISION_COOKIE) === 'high',
  }
}

/** `Set-Cookie` values for the fields of the preferences form that were sent; unknown values change nothing. */
export function preferenceCookies(form: { theme?: unknown; vision?: unknown }): string[] {
  const theme = themes.find((known) => known === form.theme)
  const isVision = form.vision === 'high' || form.vision === 'normal'
  return [
    ...(theme ? [preferenceCookie(THEME_COOKIE, theme)] : []),
    ...(isVision ? [preferenceCookie(VISION_COOKIE, form.vision === 'high' ? 'high' : 'normal')] : []),
  ]
}
