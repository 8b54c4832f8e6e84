/** Resolves to null when the part serves, else to a short reason without secrets. */
export type ReadinessCheck = () => Promise<string | null> | string | null

export interface Readiness {
  ready: boolean
  /** By part: `ok`, or why it does not serve. */
  checks: Record<string, string>
}

const kept = globalThis as typeof globalThis & { __alanReadiness?: Map<string, ReadinessCheck> }
const registry = (kept.__alanReadiness ??= new Map<string, ReadinessCheck>())

/** Names a part that must serve before `/readyz` answers 200; the same name again replaces the check. */
export function registerReadiness(name: string, check: ReadinessCheck): void {
  registry.set(name, check)
}

/** Asks all registered parts at once; a check that throws or takes longer than `limitMs` counts as not ready. */
export async function readReadiness(limitMs = 2000): Promise<Readiness> {
  const entries = await Promise.all(
    [...registry].map(async ([name, check]) => [name, (await runCheck(check, limitMs)) ?? 'ok'] as const),
  )
  return { ready: entries.every(([, state]) => state === 'ok'), checks: Object.fromEntries(entries) }
}

async function runCheck(check: ReadinessCheck, limitMs: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer in time'), limitMs)
  })
  try {
    return await Promise.race([check(), late])
  } catch {
    return 'failed'
  } finally {
    clearTimeout(timer)
  }
}
