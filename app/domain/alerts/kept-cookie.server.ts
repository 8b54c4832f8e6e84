import { env } from '#app/platform/env/env.server'
import { readCookie } from '#app/platform/http/cookies'
import { readNumbers } from './rules'

const cookieName = 'alan_favourites'
const oneYear = 31_536_000

/** Numbers of the sites that a browser without a confirmed address keeps, the newest first. */
export function keptInCookie(request: Request): string[] {
  return readNumbers(readCookie(request.headers.get('cookie'), cookieName))
}

/** The `Set-Cookie` value that keeps these numbers; an empty list removes the cookie. */
export function keptCookie(numbers: readonly string[]): string {
  const secure = env().publicUrl?.startsWith('https://') ? '; Secure' : ''
  const maxAge = numbers.length === 0 ? 0 : oneYear
  return `${cookieName}=${numbers.join('.')}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}
