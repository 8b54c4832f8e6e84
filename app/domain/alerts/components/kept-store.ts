import { ownScript } from '#app/platform/http/form-token'
import { useEffect, useSyncExternalStore } from 'react'

/** What is kept lives in one place of the page, so that a card, its pin and the passport always say the same. */
let kept: ReadonlySet<string> | null = null
let askedAt = 0
/** Signing in changes the list without a new document. */
const askAgainMs = 5_000
const listeners = new Set<() => void>()

function setKept(numbers: readonly string[]): void {
  kept = new Set(numbers)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function load(address: string): Promise<void> {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } })
  if (answer.ok) setKept(((await answer.json()) as { numbers: string[] }).numbers)
}

/**
 * Whether a site is kept. The page itself is the same for everybody, so that it can be served to everybody from memory:
 * the browser asks once what is its own. Null until it knows.
 */
export function useIsKept(number: string, address: string): boolean | null {
  const isKept = useSyncExternalStore(
    subscribe,
    () => kept?.has(number) ?? null,
    () => null,
  )
  useEffect(() => {
    if (Date.now() - askedAt < askAgainMs) return
    askedAt = Date.now()
    load(address).catch(() => undefined)
  }, [address])
  return isKept
}

/** Keeps a site or lets it go; `full` when there is no room, `failed` when nobody could be reached. */
export async function sendKept(address: string, body: FormData): Promise<'done' | 'full' | 'failed'> {
  try {
    const answer = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json', ...ownScript } })
    if (answer.status === 409) return 'full'
    if (!answer.ok) return 'failed'
    setKept(((await answer.json()) as { numbers: string[] }).numbers)
    return 'done'
  } catch {
    return 'failed'
  }
}
