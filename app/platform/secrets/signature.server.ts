import { knownSecrets, sessionSecret } from '#app/platform/env/env.server'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What only this product can say about a text: HMAC-SHA-256 with SESSION_SECRET, base64url. Begin the text with its purpose. */
export function signatureOf(text: string): string {
  return sign(sessionSecret(), text).toString('base64url')
}

/** Whether `signature` (base64, of either alphabet) was made of the text, with the secret of now or an earlier one that is still known. */
export function isSignatureOf(text: string, signature: string): boolean {
  const given = Buffer.from(signature, 'base64url')
  return knownSecrets().some((secret) => {
    const expected = sign(secret, text)
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

function sign(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}
