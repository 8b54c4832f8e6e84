import type { Actor } from '#app/domain/accounts/model'
import { linkStateAt, type LinkState } from '#app/domain/accounts/rules'
import { database } from '#app/platform/db/database.server'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'

/** What the link of another address shows to whoever has it; null when there is no such link. */
export async function readEmailChange(
  _actor: Actor,
  token: string,
  now = new Date(),
): Promise<{ email: string; state: LinkState } | null> {
  const row = await database().emailChange.findUnique({ where: { tokenHash: hashLinkSecret(token) } })
  return row && { email: row.email, state: linkStateAt(row, now) }
}
