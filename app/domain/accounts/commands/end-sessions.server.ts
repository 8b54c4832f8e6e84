import type { Person } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'

/** Signs the person out of one other place; false when that session has ended already or is not theirs. */
export async function endSession(person: Person, id: string): Promise<boolean> {
  const where = { id, userId: person.userId, NOT: { id: person.sessionId } }
  return (await database().session.deleteMany({ where })).count > 0
}

/** Signs the person out everywhere but here; how many sessions that were. */
export async function endOtherSessions(person: Person): Promise<number> {
  const where = { userId: person.userId, NOT: { id: person.sessionId } }
  return (await database().session.deleteMany({ where })).count
}
