import { visitor, type Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { actorOf, personFields } from '../session.server'

/** The person as the actor of work that goes on without them; a visitor when they may not come in, or are not there. */
export async function actorOfUser(userId: string, now: Date): Promise<Actor> {
  const user = await database().user.findUnique({ where: { id: userId }, select: personFields })
  return user === null ? visitor : actorOf(user, '', now)
}
