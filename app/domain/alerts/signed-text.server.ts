import { sessionSecret } from '#app/platform/env/env.server'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What a signature is good for: one made for a letter opens nothing else. */
type Purpose = 'cookie' | 'confirm' | 'stop' | 'client'

/** `text` with a signature that only this product can make; `text` must hold no dot. */
export function signText(purpose: Purpose, text: string): string {
  return `${text}.${signatureOf(purpose, text)}`
}

/** The text that was signed for this purpose; null when it was not. */
export function readSigned(purpose: Purpose, signed: string | null | undefined): string | null {
  const [text = '', signature = '', ...rest] = (signed ?? '').split('.')
  if (text === '' || rest.length > 0) return null
  const given = Buffer.from(signature)
  const expected = Buffer.from(signatureOf(purpose, text))
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : null
}

/** A name under which something is counted, from which nobody can read who it is about. */
export function hideName(name: string): string {
  return createHash('sha256').update(name).digest('base64url')
}

function signatureOf(purpose: Purpose, text: string): string {
  return createHmac('sha256', sessionSecret()).update(`subscriber/${purpose}/${text}`).digest('base64url')
}
