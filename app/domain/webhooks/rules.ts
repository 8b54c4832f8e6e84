import type { WebhookKind } from './model'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Pauses after failed attempts; together a little over a day, then it waits for somebody to send it again. */
const pauses = [0.5, 1, 2, 5, 15, 30, 60, 120, 240, 480, 480].map((minutes) => minutes * minuteMs)

/** Attempts in all. */
export const maxAttempts = pauses.length + 1

/** After so long without a single success the address is switched off and its head told. */
export const patienceMs = 3 * 24 * hourMs

/** How long the secret before the last change signs as well. */
export const overlapMs = 24 * hourMs

/** A claim older than this is one of a process that died. */
export const claimMs = 2 * minuteMs

/** When to try again after that many attempts; null when it is over. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const pause = pauses[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause)
}

/** Whether an address that has failed since then is switched off. */
export function isGivenUp(failingSince: Date | null, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= patienceMs
}

/** Only a 2xx says that it was taken; a redirect is an answer that nobody follows. */
export function isTaken(status: number): boolean {
  return status >= 200 && status < 300
}

/** Whether an address wants events of that kind; without a choice it wants all. */
export function wants(kinds: readonly string[], kind: WebhookKind): boolean {
  return kinds.length === 0 || kinds.includes(kind)
}
