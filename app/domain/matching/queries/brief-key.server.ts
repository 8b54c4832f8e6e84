import { pathIn, type Language } from '#app/platform/i18n/language'
import { isSignatureOf, signatureOf } from '#app/platform/secrets/signature.server'

/**
 * The secret of a brief's link. It is derived, so that the page and every letter can carry it while the database holds
 * only its hash.
 */
export function makeBriefKey(id: string): string {
  return signatureOf(`brief/${id}`)
}

/** Whether the key is one that links and letters carry now; the first link of the brief has the stored hash as well. */
export function isBriefKey(key: string, id: string): boolean {
  return isSignatureOf(`brief/${id}`, key)
}

/** Address of the brief for whoever has the link. */
export function briefPath(language: Language, id: string): string {
  return `${pathIn(language, `/briefs/${id}`)}?${new URLSearchParams({ key: makeBriefKey(id) })}`
}
