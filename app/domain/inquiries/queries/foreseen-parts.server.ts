import type { Actor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { decideBody } from '#app/domain/routing/queries.server'
import type { ForeseenPart, SiteBrief } from '../model'
import { medianFirstAnswer } from './median-first-answer.server'
import { readRatingFigure } from './rating-figure.server'

/** Parts that an inquiry about these sites would have today: one for each responsible body, with how fast it answers. */
export async function foreseeParts(
  actor: Actor,
  sites: readonly Pick<SiteBrief, 'number' | 'regionKey'>[],
  now = new Date(),
): Promise<ForeseenPart[]> {
  const regions = [...new Set(sites.map(({ regionKey }) => regionKey))]
  const routed = await Promise.all(
    regions.map(async (region) => ({ region, decision: await decideBody(actor, region, localDateOf(now)) })),
  )
  const bodies = [...new Map(routed.map(({ decision }) => [decision.body.id, decision])).values()]
  return Promise.all(
    bodies.map(async ({ body, reason, facts }): Promise<ForeseenPart> => {
      const own = routed.filter(({ decision }) => decision.body.id === body.id).map(({ region }) => region)
      const { days } = await medianFirstAnswer(actor, body.id)
      return {
        body: body.name,
        routing: { reason, facts },
        sites: sites.filter(({ regionKey }) => own.includes(regionKey)).map(({ number }) => number),
        usualDays: days,
        rating: await readRatingFigure(actor, body.id),
      }
    }),
  )
}
