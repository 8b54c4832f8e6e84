import { createHash, randomBytes } from 'node:crypto'

/** A new secret for the link of an invitation, and what is stored of it. */
export function makeInvitationToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashInvitationToken(token) }
}

/** What is stored of the secret in a link. */
export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
