/** A number as a table shows it. */
export function toDigits(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : Number.NaN
}

/** The value below which that share of the values lies. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
