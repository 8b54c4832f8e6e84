import { setImmediate as nextTurn } from 'node:timers/promises'

/** To be called between small pieces of long work: lets others have their turn when `ms` have passed since they last had it. */
export function takeTurns(ms = 10): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < ms) return
    await nextTurn()
    since = performance.now()
  }
}
