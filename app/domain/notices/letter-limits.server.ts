import { countInWindow } from '#app/platform/db/count-in-window.server'
import type { Db } from '#app/platform/db/client.server'
import { createHash } from 'node:crypto'

const hourMs = 3_600_000

/** Letters of one kind within an hour: to one address, and asked for from one place (an office shares one). */
export const letterLimits = { email: 3, client: 20 } as const

/**
 * Counts a letter that somebody without a session asks for; whether it may still be sent. The place is counted first: what
 * is refused because of it uses up nothing of the address, which may be somebody else's.
 */
export async function mayAskForLetter(
  db: Db,
  kind: 'sign-up' | 'reset' | 'email-change',
  { email, client }: { email: string; client: string },
  now: Date,
): Promise<boolean> {
  const counted = [
    [`${kind}/client/${hide(client)}`, letterLimits.client],
    [`${kind}/email/${hide(email)}`, letterLimits.email],
  ] as const
  for (const [key, max] of counted) {
    if ((await countInWindow(db, key, hourMs, now)).count > max) return false
  }
  return true
}

/** A text that others need not read, as a key. */
export function hide(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
