import type { Actor } from '#app/domain/accounts/model'
import { decideBody } from '#app/domain/routing/queries.server'
import { readClockContext } from '../clock-context.server'
import { foresee } from '../clock/rules'
import type { ForeseenPart } from '../foresight'
import type { SiteBrief } from '../model'
import { medianFirstAnswer } from './median-first-answer.server'
import { readRatingFigure } from './rating-figure.server'

/** Parts that an inquiry about these sites would have today: one for each responsible body, with how fast it answers. */
export async function foreseeParts(
  actor: Actor,
  sites: readonly Pick<SiteBrief, 'number' | 'regionKey'>[],
  now = new Date(),
): Promise<ForeseenPart[]> {
  const { registeredOn } = foresee(now, await readClockContext())
  const routed = await Promise.all(
    sites.map(async (site) => ({ site, decision: await decideBody(actor, site, registeredOn) })),
  )
  const bodies = [...new Map(routed.map(({ decision }) => [decision.body.id, decision])).values()]
  return Promise.all(
    bodies.map(async ({ body, reason, facts }): Promise<ForeseenPart> => {
      const own = routed.filter(({ decision }) => decision.body.id === body.id)
      const { days } = await medianFirstAnswer(actor, body.id)
      return {
        body: body.name,
        routing: { reason, facts },
        sites: own.map(({ site }) => site.number),
        usualDays: days,
        rating: await readRatingFigure(actor, body.id),
      }
    }),
  )
}
