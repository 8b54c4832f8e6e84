import { sessionSecret } from '#app/platform/env/env.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import { createHmac } from 'node:crypto'

/**
 * The secret of a brief's link. It is derived, so that the page and every letter can carry it while the database holds
 * only its hash.
 */
export function makeBriefKey(id: string): string {
  return createHmac('sha256', sessionSecret()).update(`brief/${id}`).digest('base64url')
}

/** Whether the key is the one that links and letters carry now; a link from before the secret changed has the stored hash. */
export function isBriefKey(key: string, id: string): boolean {
  return hashLinkSecret(key) === hashLinkSecret(makeBriefKey(id))
}

/** Address of the brief for whoever has the link. */
export function briefPath(language: Language, id: string): string {
  return `${pathIn(language, `/briefs/${id}`)}?${new URLSearchParams({ key: makeBriefKey(id) })}`
}
