import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { env } from '#app/platform/env/env.server'

/** A figure about fewer would tell who said what. */
const fewest = 3

/** Average of the ratings, 1 to 5, and how many there are. */
export type RatingFigure = { average: number; count: number }

/** How investors rate one body, or all of them; null while fewer than three did. Public, without names. */
export async function readRatingFigure(_actor: Actor, organizationId: string | null): Promise<RatingFigure | null> {
  const { _avg, _count } = await database().inquiryRating.aggregate({
    where: {
      part: {
        ...(organizationId === null ? {} : { organizationId }),
        ...(env().demo ? {} : { inquiry: { isDemo: false } }),
      },
    },
    _avg: { stars: true },
    _count: { stars: true },
  })
  return _avg.stars === null || _count.stars < fewest ? null : { average: _avg.stars, count: _count.stars }
}
