/** How long an inquiry is looked for that a new one repeats. */
export const duplicateDays = 14

/** Shares of equal words above which two texts say the same. */
const alike = 0.7

/** Whether two texts say nearly the same: by the words that both have, whatever their order, case and signs. */
export function isAlike(left: string, right: string): boolean {
  const [first, second] = [wordsOf(left), wordsOf(right)]
  if (first.size === 0 || second.size === 0) return false
  const both = [...first].filter((word) => second.has(word)).length
  return both / (first.size + second.size - both) >= alike
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}
