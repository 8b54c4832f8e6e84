import { knownSecrets, sessionSecret } from '#app/platform/env/env.server'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** A secret that has to be used again and must not lie open in the database: AES-256-GCM, key derived from SESSION_SECRET. */
export function sealSecret(secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', makeKey(sessionSecret()), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/**
 * What was sealed, with the secret of now or an earlier one that is still known. Throws when it was sealed with none of
 * them, or the text was altered.
 */
export function openSecret(text: string): string {
  const found = tryKeys(text)
  if (found === null)
    throw new Error('Sealed with a secret that is neither SESSION_SECRET nor in SESSION_SECRET_PREVIOUS')
  return found.secret
}

/** Texts brought under the secret of now, and texts that no known secret opens. */
export type Resealed = { resealed: number; unreadable: number }

/**
 * Seals anew what an earlier secret sealed. `replace` writes the new text only where the old one still stands, so that a
 * secret that changes meanwhile is not undone.
 */
export async function resealSecrets(
  texts: readonly string[],
  replace: (old: string, anew: string) => Promise<unknown>,
): Promise<Resealed> {
  const done = { resealed: 0, unreadable: 0 }
  for (const text of texts) {
    const found = tryKeys(text)
    if (found === null) done.unreadable += 1
    if (found === null || found.isCurrent) continue
    await replace(text, sealSecret(found.secret))
    done.resealed += 1
  }
  return done
}

function tryKeys(text: string): { secret: string; isCurrent: boolean } | null {
  const bytes = Buffer.from(text, 'base64url')
  for (const [index, key] of knownSecrets().entries()) {
    const secret = open(bytes, makeKey(key))
    if (secret !== null) return { secret, isCurrent: index === 0 }
  }
  return null
}

function open(bytes: Buffer, key: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    // Another key, or no text of ours: the tag does not fit.
    return null
  }
}

function makeKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'alan/sealed-secret', 32))
}
