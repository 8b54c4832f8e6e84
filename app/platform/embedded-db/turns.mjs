/** Hands one thing from holder to holder, in the order in which they asked. */
export function createTurns() {
  let holder = null
  const waiting = []
  return {
    holder: () => holder,
    hasWaiting: () => waiting.length > 0,
    /** Resolves when `candidate` holds it; at once when it already does. */
    async take(candidate) {
      if (holder === candidate) return
      if (holder === null) holder = candidate
      else await new Promise((resume) => waiting.push({ candidate, resume }))
    },
    /** Only the holder may call it. */
    pass() {
      const next = waiting.shift()
      holder = next?.candidate ?? null
      next?.resume()
    },
  }
}
