export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export type Preferences = { theme: Theme; isHighVision: boolean }

const THEME_COOKIE = 'alan_theme'
const VISION_COOKIE = 'alan_vision'
const ONE_YEAR = 31_536_000

function cookieValue(header: string | null, name: string): string | null {
  const found = (header ?? '').split(';').find((pair) => pair.trim().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1) ?? null
}

/** How a visitor wants pages to look, from a `Cookie` header; anything unreadable counts as the ordinary look. */
export function preferencesOf(cookieHeader: string | null): Preferences {
  const theme = cookieValue(cookieHeader, THEME_COOKIE)
  return {
    theme: themes.find((known) => known === theme) ?? 'auto',
    isHighVision: cookieValue(cookieHeader, VISION_COOKIE) === 'high',
  }
}

/** `Set-Cookie` values for the fields of the preferences form that were sent; unknown values change nothing. */
export function preferenceCookies(form: { theme?: unknown; vision?: unknown }): string[] {
  const cookie = (name: string, value: string) =>
    `${name}=${value}; Path=/; Max-Age=${ONE_YEAR}; SameSite=Lax; HttpOnly`
  const theme = themes.find((known) => known === form.theme)
  const isVision = form.vision === 'high' || form.vision === 'normal'
  return [
    ...(theme ? [cookie(THEME_COOKIE, theme)] : []),
    ...(isVision ? [cookie(VISION_COOKIE, form.vision === 'high' ? 'high' : 'normal')] : []),
  ]
}
