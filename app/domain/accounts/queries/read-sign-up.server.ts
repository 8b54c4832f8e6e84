import type { Actor } from '#app/domain/accounts/model'
import { linkStateAt, type LinkState } from '#app/domain/accounts/rules'
import { database } from '#app/platform/db/database.server'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'

export type SignUpCard = { name: string; email: string; state: LinkState }

/** What the link of a sign-up shows to whoever has it; null when there is no such link. */
export async function readSignUp(_actor: Actor, token: string, now = new Date()): Promise<SignUpCard | null> {
  const row = await database().signUp.findUnique({ where: { tokenHash: hashLinkSecret(token) } })
  return row && { name: row.name, email: row.email, state: linkStateAt(row, now) }
}
