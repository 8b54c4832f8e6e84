import type { Person } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'

/** Whether the person has shown that the address of the account is theirs. */
export async function hasProvenAddress({ userId }: Person): Promise<boolean> {
  return (await database().user.count({ where: { id: userId, emailVerified: true } })) > 0
}
