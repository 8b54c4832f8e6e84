import { sessionSecret } from '#app/platform/env/env.server'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** A secret that has to be used again and must not lie open in the database: AES-256-GCM, key derived from SESSION_SECRET. */
export function sealSecret(secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', makeKey(), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** What was sealed. Throws when SESSION_SECRET is another one by now, or the text was altered. */
export function openSecret(text: string): string {
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', makeKey(), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

function makeKey(): Buffer {
  return Buffer.from(hkdfSync('sha256', sessionSecret(), '', 'alan/sealed-secret', 32))
}
