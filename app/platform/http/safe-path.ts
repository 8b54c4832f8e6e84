/** Base that no real address has: whatever leaves it was not a path of ours. */
const BASE = 'http://alan.invalid'

/**
 * Where to go after sign-in or a form, when the wish comes from the request: `target` if it is a path of this site with
 * its query and fragment, else `fallback`. Addresses of other sites, in all the spellings browsers accept
 * (`//evil.kz`, `/\evil.kz`, tabs between), end as `fallback`.
 */
export function safePath(target: unknown, fallback: string): string {
  if (typeof target !== 'string' || !target.startsWith('/') || /[\p{Cc}\\]/u.test(target)) return fallback
  if (!URL.canParse(target, BASE)) return fallback
  const url = new URL(target, BASE)
  if (url.origin !== BASE || url.pathname.startsWith('//')) return fallback
  return `${url.pathname}${url.search}${url.hash}`
}
