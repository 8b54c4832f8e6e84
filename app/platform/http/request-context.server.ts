import { AsyncLocalStorage } from 'node:async_hooks'

export interface RequestContext {
  requestId: string
}

const kept = globalThis as typeof globalThis & { __alanRequests?: AsyncLocalStorage<RequestContext> }

/** Carries the request through everything it awaits; one instance even when development reloads this module. */
export const requestContext = (kept.__alanRequests ??= new AsyncLocalStorage<RequestContext>())

/** Id of the request that is being served, as shown on error pages and in the log; null outside requests (jobs, start). */
export function currentRequestId(): string | null {
  return requestContext.getStore()?.requestId ?? null
}
