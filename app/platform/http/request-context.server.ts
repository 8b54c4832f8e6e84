import { AsyncLocalStorage } from 'node:async_hooks'

/** Who writes, from where, as the ledger keeps it. The actor is known once the session has been read. */
export interface RequestContext {
  requestId: string
  address?: string
  /** person:<id>, job:<name>, command:<name>; a visitor until the session says who it is. */
  actor?: string
  /** Slugs of the organisations a person belongs to. */
  behalf?: string
  /** Every transaction of it is opened READ ONLY: the database refuses what would change anything. */
  isReadOnly?: boolean
}

const kept = globalThis as typeof globalThis & { __alanRequests?: AsyncLocalStorage<RequestContext> }

/** Carries the request through everything it awaits; one instance even when development reloads this module. */
export const requestContext = (kept.__alanRequests ??= new AsyncLocalStorage<RequestContext>())

/** Id of the request that is being served, as shown on error pages and in the log; null outside requests (jobs, start). */
export function currentRequestId(): string | null {
  return requestContext.getStore()?.requestId ?? null
}
