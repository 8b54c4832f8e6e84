import type { Outcome } from './model'
import { weightOf } from './needs'

/** The points that speak most for a site: what is met, weightiest first, then in the order of `criteria`. */
export function strongest({ outcomes }: { outcomes: readonly Outcome[] }, count: number): Outcome[] {
  return pick(outcomes, count, (outcome) => outcome.low)
}

/** The points that speak most against a site: what is missed or not known, weightiest first. */
export function weakest({ outcomes }: { outcomes: readonly Outcome[] }, count: number): Outcome[] {
  return pick(outcomes, count, (outcome) => 1 - outcome.low)
}

/** Outcomes by what they move in the score; those that move nothing are left out. */
function pick(outcomes: readonly Outcome[], count: number, worth: (outcome: Outcome) => number): Outcome[] {
  return outcomes
    .map((outcome, index) => ({ outcome, index, moved: worth(outcome) * weightOf[outcome.importance] }))
    .filter(({ moved }) => moved > 0)
    .sort((left, right) => right.moved - left.moved || left.index - right.index)
    .slice(0, count)
    .map(({ outcome }) => outcome)
}
