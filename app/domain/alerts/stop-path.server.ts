import { pathIn, type Language } from '#app/platform/i18n/language'
import { readSigned, signText } from './signed-text.server'

/** Path in a letter that ends one search's letters, or all with null: its key proves whose they are, and opens nothing. */
export function stopPath(language: Language, subscriberId: string, watchId: string | null): string {
  const query = new URLSearchParams({ key: signText('stop', subscriberId) })
  if (watchId !== null) query.set('watch', watchId)
  return pathIn(language, `/subscription/stop?${query}`)
}

/** The subscriber that a key was made for; null for a key that is not ours. */
export function readStopKey(key: string | null): string | null {
  return readSigned('stop', key)
}
