import { knownSecrets, sessionSecret } from '#app/platform/env/env.server'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What only this product can say about a text: HMAC-SHA-256 with SESSION_SECRET, base64url. Begin the text with its purpose. */
export function signatureOf(text: string): string {
  return sign(sessionSecret(), text)
}

/**
 * Whether `signature` (base64, of either alphabet) was made of the text, with the secret of now or an earlier one that is
 * still known. The texts are compared, not the bytes they stand for: the last sign of base64 has some that say the same.
 */
export function isSignatureOf(text: string, signature: string): boolean {
  const given = Buffer.from(signature.replaceAll('+', '-').replaceAll('/', '_').replace(/=$/, ''))
  return knownSecrets().some((secret) => {
    const expected = Buffer.from(sign(secret, text))
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}
