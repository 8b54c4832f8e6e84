export const LANGUAGE_COOKIE = 'alan_lang'

/** Value of a cookie in a `Cookie` header; null when it is not there or unreadable. */
export function readCookie(header: string | undefined, name: string): string | null {
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
