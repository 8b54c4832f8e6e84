const ONE_YEAR = 31_536_000

/** Remembers the language of the last page, for visitors who come back to `/`. */
export const LANGUAGE_COOKIE = 'alan_lang'

/** `Set-Cookie` value of a preference that is no secret: kept for a year. `value` must need no escaping. */
export function preferenceCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${ONE_YEAR}; SameSite=Lax`
}

/** Value of a cookie in a `Cookie` header; null when it is not there or unreadable. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key !== name || value === undefined) continue
    try {
      return decodeURIComponent(value)
    } catch {
      return null
    }
  }
  return null
}
