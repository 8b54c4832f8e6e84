import type { WorkflowState } from './clock/model'
import { isClosed } from './clock/workflow'

/** How long a rating can be changed after it was given. */
export const ratingDays = 14

export const mostStars = 5

const dayMs = 86_400_000

/** Whether the investor may rate a part at `now`: it has ended, and a rating that was given is not too old. */
export function canRate(state: WorkflowState, ratedAt: Date | null, now: Date): boolean {
  if (!isClosed(state) || state === 'spam') return false
  return ratedAt === null || now.getTime() < ratedAt.getTime() + ratingDays * dayMs
}
