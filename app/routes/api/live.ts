import { clientOf, currentActor, freshActor } from '#app/domain/accounts/session.server'
import { findTopics } from '#app/domain/inquiries/queries/watched.server'
import { LiveSchema } from '#app/domain/inquiries/live-schema'
import { countUnread } from '#app/domain/notices/queries/notices.server'
import { problem } from '#app/platform/http/problem.server'
import { eventStream, isFull } from '#app/platform/live/event-streams.server'
import { changeFeed, readMissed } from '#app/platform/live/live.server'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { createHash } from 'node:crypto'

/**
 * What changes while a page is open, as server-sent events: `bell` with the number of unread notices, `case` when a case
 * of the page or of the desk has changed. The events hold nothing else: the page asks its own loaders.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = LiveSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) return problem({ status: 404, code: 'not_found', title: 'Nothing to listen to.' })
  const { age, ...watching } = asked.data
  const actor = await currentActor(request)
  const topics = await findTopics(actor, watching)
  if (topics === null || topics.size === 0) {
    return problem({ status: 404, code: 'not_found', title: 'Nothing to listen to.' })
  }
  if (!(request.headers.get('Accept') ?? '').includes('text/event-stream')) {
    return problem({ status: 400, code: 'bad_request', title: 'This is a stream of events (text/event-stream).' })
  }
  const owner =
    actor.kind === 'person'
      ? actor.userId
      : createHash('sha256')
          .update([...topics].join())
          .digest('hex')
  const who = { owner, client: clientOf(request).address }
  if (isFull(who)) {
    const about = { status: 429, code: 'too_many', title: 'Too many open pages.' }
    return problem(about, { 'Retry-After': '60' })
  }
  const isAllowed = async () => {
    const now = await findTopics(await freshActor(request), watching)
    return now !== null && [...topics].every((topic) => now.has(topic))
  }
  return eventStream({
    ...who,
    signal: request.signal,
    isAllowed,
    begin: async ({ say, close }) => {
      const tell = async (heard: ReadonlySet<string>) => {
        if (!(await isAllowed())) return close()
        const isBell = [...heard].some((topic) => topic.startsWith('person:'))
        if (isBell) say('bell', { unread: await countUnread(actor) })
        if ([...heard].some((topic) => !topic.startsWith('person:'))) say('case', {})
      }
      const end = await changeFeed().listen(topics, (heard) => void tell(heard).catch(close))
      // What happened between the making of the page and now.
      const missed = await readMissed(topics, age)
      if (missed.size > 0) await tell(missed)
      return end
    },
  })
}
