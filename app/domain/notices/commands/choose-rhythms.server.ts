import type { Actor } from '#app/domain/accounts/model'
import { choosableGroups, noticeEvents, noticeGroups, type NoticeGroup, type Rhythm } from '#app/domain/notices/events'
import { readStopKey } from '#app/domain/notices/stop-key.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'

export type Choices = Partial<Record<NoticeGroup, Rhythm>>

/** Keeps how the person wants to hear of groups of events; a group that is not theirs to choose is passed over. */
export async function chooseRhythms(actor: Actor, choices: Choices): Promise<void> {
  if (actor.kind !== 'person') throw notFound()
  const own = choosableGroups(actor.memberships.map(({ kind }) => kind))
  await inTransaction(database(), async (tx) => {
    for (const group of own) {
      const rhythm = choices[group]
      if (rhythm !== undefined) await keep(tx, actor.userId, group, rhythm)
    }
  })
}

/**
 * Ends the letters that a link at the foot of one is about: from now on they only ring the bell. Needs the key of the
 * link and nobody signed in, so that a mail program can do it; 404 for a key that is none.
 */
export async function stopNotices(_actor: Actor, key: string | null): Promise<void> {
  const stop = await findStop(key)
  const groups = stop.group === 'all' ? noticeGroups : [stop.group]
  await inTransaction(database(), async (tx) => {
    for (const group of groups) await keep(tx, stop.userId, group, 'bell')
  })
}

/** What such a link would end, and whether it has ended. */
export async function readStop(
  _actor: Actor,
  key: string | null,
): Promise<{ group: NoticeGroup | 'all'; isStopped: boolean }> {
  const { userId, group } = await findStop(key)
  const wanted = group === 'all' ? [...noticeGroups] : [group]
  const ended = await database().noticePreference.count({ where: { userId, group: { in: wanted }, rhythm: 'bell' } })
  return { group, isStopped: ended === wanted.length }
}

async function findStop(key: string | null) {
  const stop = readStopKey(key)
  const user = stop && (await database().user.findUnique({ where: { id: stop.userId }, select: { id: true } }))
  if (!user) throw notFound()
  return stop
}

/** What waits for a letter follows the new choice. */
async function keep(tx: Tx, userId: string, group: NoticeGroup, rhythm: Rhythm): Promise<void> {
  await tx.noticePreference.upsert({
    where: { userId_group: { userId, group } },
    create: { userId, group, rhythm },
    update: { rhythm },
  })
  if (rhythm !== 'bell') return
  const events = Object.entries(noticeEvents).flatMap(([event, rule]) => (rule.group === group ? [event] : []))
  await tx.notice.updateMany({
    where: { userId, event: { in: events }, letteredAt: null, letter: { in: ['bundle', 'daily'] } },
    data: { letter: 'none' },
  })
}
