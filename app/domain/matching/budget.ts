/** A budget of work: `perSecond` pieces, of which up to a second's worth may be saved up. */
export type Budget = { left: number; checkedMs: number; readonly perSecond: number }

/** A full budget. */
export function makeBudget(perSecond: number): Budget {
  return { left: perSecond, checkedMs: 0, perSecond }
}

/** Takes one piece of work at that moment; false when the budget is used up. Time that runs backwards brings nothing. */
export function takeOne(budget: Budget, nowMs: number): boolean {
  const earned = Math.max(0, ((nowMs - budget.checkedMs) / 1000) * budget.perSecond)
  budget.left = Math.min(budget.perSecond, budget.left + earned)
  budget.checkedMs = Math.max(budget.checkedMs, nowMs)
  if (budget.left < 1) return false
  budget.left -= 1
  return true
}
