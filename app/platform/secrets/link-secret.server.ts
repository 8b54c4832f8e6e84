import { createHash, randomBytes } from 'node:crypto'

/** A new secret for a link: 256 random bits as 43 characters that need no escaping, and the hash that is stored of it. */
export function makeLinkSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashLinkSecret(secret) }
}

/** What is stored of a secret in a link (SHA-256, hexadecimal) and looked up when the link is opened. */
export function hashLinkSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
