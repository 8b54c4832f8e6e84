import { nameDevice } from '#app/domain/accounts/device-name.server'
import type { Person, SessionLine } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'

/** Where the person is signed in, the session that asks first, then the newest. */
export async function listSessions(person: Person, now = new Date()): Promise<SessionLine[]> {
  const rows = await database().session.findMany({
    where: { userId: person.userId, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const lines = rows.map(({ id, createdAt, expiresAt, ipAddress, userAgent }) => ({
    ...{ id, isCurrent: id === person.sessionId, device: nameDevice(userAgent), address: ipAddress ?? '' },
    ...{ since: createdAt.toISOString(), until: expiresAt.toISOString() },
  }))
  return [...lines.filter(({ isCurrent }) => isCurrent), ...lines.filter(({ isCurrent }) => !isCurrent)]
}
