import { setTimeout as pause } from 'node:timers/promises'

/** What `look` gives as soon as it is neither false nor null nor an error; fails with the last of them after `limitMs`. */
export async function until<Value>(look: () => Promise<Value | false | null>, limitMs = 30_000): Promise<Value> {
  const end = Date.now() + limitMs
  for (;;) {
    const seen = await look().catch((error: unknown) => {
      if (Date.now() > end) throw error
      return null
    })
    if (seen !== false && seen !== null) return seen
    if (Date.now() > end) throw new Error(`It did not happen within ${limitMs / 1000} s: ${look}`)
    await pause(50)
  }
}
