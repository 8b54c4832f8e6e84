/** A line of the table: what was tried how often, how often it failed, and what was measured or seen. */
export type Result = { what: string; tries: number; failed: number; seen: string }

export function countFailed(outcomes: readonly boolean[]): { tries: number; failed: number } {
  return { tries: outcomes.length, failed: outcomes.filter((isGood) => !isGood).length }
}

export function spread(times: readonly number[]): string {
  const sorted = [...times].sort((left, right) => left - right)
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)
  return `p50 ${at(0.5)} ms, at most ${at(1)} ms`
}
