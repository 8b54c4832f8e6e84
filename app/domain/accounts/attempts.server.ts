import type { Db } from '#app/platform/db/client.server'
import { countInWindow } from '#app/platform/db/count-in-window.server'
import { createHash } from 'node:crypto'

const windowMs = 60_000

/** Failures in a minute: for one account from one address, and for one address over all accounts (an office behind NAT). */
const limits = { account: 5, address: 50 } as const

/** Attempts of one person at one account, counted in the database, so that several nodes count together. */
export type Attempt = { account: string; address: string }

/**
 * Counts an attempt before the password is looked at, so that attempts sent at once are counted too. Says in how many
 * seconds the next one is heard when there were too many, else null.
 */
export async function countAttempt(db: Db, attempt: Attempt, now: Date): Promise<number | null> {
  for (const [key, max] of keysOf(attempt)) {
    const { count, startedAt } = await countInWindow(db, key, windowMs, now)
    if (count > max) return Math.max(1, Math.ceil((startedAt + windowMs - now.getTime()) / 1000))
  }
  return null
}

/** Takes back the attempt of a person who knew the password: only failures are limited. */
export async function forgiveAttempt(db: Db, attempt: Attempt): Promise<void> {
  const [account, address] = keysOf(attempt)
  if (account) await db.rateLimit.deleteMany({ where: { key: account[0] } })
  if (address)
    await db.rateLimit.updateMany({ where: { key: address[0], count: { gt: 0 } }, data: { count: { decrement: 1 } } })
}

/** Removes counters whose minute has passed long ago; returns how many. */
export async function forgetAttempts(db: Db, now: Date): Promise<number> {
  const { count } = await db.rateLimit.deleteMany({
    where: { lastRequest: { lt: BigInt(now.getTime() - 60 * windowMs) } },
  })
  return count
}

function keysOf({ account, address }: Attempt): [key: string, max: number][] {
  // Hashed: the table must not tell who tried to sign in from where.
  const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
  return [
    [`sign-in/account/${hash(`${address} ${account}`)}`, limits.account],
    [`sign-in/address/${hash(address)}`, limits.address],
  ]
}
