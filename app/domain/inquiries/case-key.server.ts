import { publicOrigin } from '#app/platform/env/public-origin.server'
import { languages, type Language } from '#app/platform/i18n/language'
import { isSignatureOf, signatureOf } from '#app/platform/secrets/signature.server'
import { createHash, timingSafeEqual } from 'node:crypto'

/** What an inquiry keeps of its key. */
type Locked = { submissionKey: string; secretHash: string }

/**
 * The secret of an inquiry: in the confirmation link, then the key of its page. It is derived, so that every later
 * letter can carry it while the database holds only its hash.
 */
export function makeCaseKey(submissionKey: string): string {
  return signatureOf(`inquiry/${submissionKey}`)
}

/** The form in which a key is stored and looked up. */
export function hashCaseKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Whether the key opens the inquiry: the one it was stored with, or one of the letters since a secret changed. */
export function isCaseKey(key: string, inquiry: Locked): boolean {
  const isStored = timingSafeEqual(Buffer.from(hashCaseKey(key)), Buffer.from(inquiry.secretHash))
  return isStored || isSignatureOf(`inquiry/${inquiry.submissionKey}`, key)
}

/** Address of the case page for the letters to the investor. */
export function casePath(language: Language, number: string, key: string): string {
  return `/${language}/inquiries/${number}?${new URLSearchParams({ key })}`
}

/** Full address of the case page without its key: what an official may write; it opens the case in the account only. */
export function bareCaseLink(language: Language, number: string): string {
  return `${publicOrigin()}/${language}/inquiries/${number}`
}

/** The text with the key in every bare address of the case: for the letter, which only the investor gets. */
export function addCaseKey(text: string, number: string, key: string): string {
  return languages.reduce((sofar, language) => {
    const keyed = publicOrigin() + casePath(language, number, key)
    return sofar.replaceAll(bareCaseLink(language, number), () => keyed)
  }, text)
}

/** The address of a client as far as limits need it: counted, but not known. */
export function blurClient(address: string): string {
  return signatureOf(`client/${address}`).slice(0, 24)
}
