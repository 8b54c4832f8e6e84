import { isSignatureOf, signatureOf } from '#app/platform/secrets/signature.server'
import { createHash } from 'node:crypto'

/** What a signature is good for: one made for a letter opens nothing else. */
type Purpose = 'cookie' | 'confirm' | 'stop' | 'client'

/** `text` with a signature that only this product can make; `text` must hold no dot. */
export function signText(purpose: Purpose, text: string): string {
  return `${text}.${signatureOf(subjectOf(purpose, text))}`
}

/** The text that was signed for this purpose; null when it was not. */
export function readSigned(purpose: Purpose, signed: string | null | undefined): string | null {
  const [text = '', signature = '', ...rest] = (signed ?? '').split('.')
  if (text === '' || rest.length > 0) return null
  return isSignatureOf(subjectOf(purpose, text), signature) ? text : null
}

/** A name under which something is counted, from which nobody can read who it is about. */
export function hideName(name: string): string {
  return createHash('sha256').update(name).digest('base64url')
}

function subjectOf(purpose: Purpose, text: string): string {
  return `subscriber/${purpose}/${text}`
}
