/**
 * The path of an address as the router reads it: dot segments followed, and each segment decoded but for the slashes in
 * it. Whoever decides by a path decides by this one, and in any case of its letters, as routes are found. Throws a URIError
 * for what cannot be decoded.
 */
export function routedPath(pathAndQuery: string): string {
  const { pathname } = new URL(pathAndQuery, 'http://alan.invalid')
  const segments = pathname.split('/').map((segment) => decodeURIComponent(segment).replaceAll('/', '%2F'))
  return segments.join('/')
}
