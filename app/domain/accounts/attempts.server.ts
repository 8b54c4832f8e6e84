import { keptSince } from '#app/domain/kernel/retention'
import type { Db } from '#app/platform/db/client.server'
import { countInWindow } from '#app/platform/db/count-in-window.server'
import { signatureOf } from '#app/platform/secrets/signature.server'
import { createHash } from 'node:crypto'

const windowMs = 60_000
const hourMs = 60 * windowMs

/** Failures of an hour at one account, over all networks from which nobody signed in to it lately. */
const strangerLimit = 50
const known = 'sign-in/known/'

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

/**
 * Counts an attempt from a network that the account does not know, before the password is looked at; whether it is heard.
 * Known networks are not counted and always heard, or whoever sends wrong passwords could lock a person out.
 */
export async function mayTryFromHere(db: Db, attempt: Attempt, now: Date): Promise<boolean> {
  const lastRequest = { gt: BigInt(keptSince('networks', now).getTime()) }
  if ((await db.rateLimit.count({ where: { key: knownKey(attempt), lastRequest } })) > 0) return true
  if ((await countInWindow(db, strangerKey(attempt), hourMs, now)).count <= strangerLimit) return true
  // Their password is public, and no letter could let them in.
  return (await db.user.count({ where: { email: attempt.account, isDemo: true } })) > 0
}

/** Takes back the attempt of a person who knew the password: only failures are limited. */
export async function forgiveAttempt(db: Db, attempt: Attempt): Promise<void> {
  const [account, address] = keysOf(attempt)
  if (account) await db.rateLimit.deleteMany({ where: { key: account[0] } })
  if (address) await takeBack(db, address[0])
}

/** Keeps books after a right password: it was no failure, and its network is known from now on. */
export async function noteSignIn(db: Db, attempt: Attempt, now: Date): Promise<void> {
  await forgiveAttempt(db, attempt)
  await forgetAttempts(db, now)
  if (await rememberNetwork(db, attempt, now)) await takeBack(db, strangerKey(attempt))
}

/** Makes the network known to the account; whether it was not before. */
export async function rememberNetwork(db: Db, attempt: Attempt, now: Date): Promise<boolean> {
  const data = { count: 1, lastRequest: BigInt(now.getTime()) }
  const key = knownKey(attempt)
  const { count } = await db.rateLimit.createMany({ data: { key, ...data }, skipDuplicates: true })
  if (count === 0) await db.rateLimit.updateMany({ where: { key }, data })
  return count > 0
}

/** Removes counters whose time has passed long ago, and networks that were not used for long. */
async function forgetAttempts(db: Db, now: Date): Promise<void> {
  const counted = { lastRequest: { lt: BigInt(now.getTime() - hourMs) }, NOT: { key: { startsWith: known } } }
  const unused = { lastRequest: { lt: BigInt(keptSince('networks', now).getTime()) } }
  await db.rateLimit.deleteMany({ where: { OR: [counted, unused] } })
}

async function takeBack(db: Db, key: string): Promise<void> {
  await db.rateLimit.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } })
}

function strangerKey({ account }: Attempt): string {
  return `sign-in/stranger/${signatureOf(`stranger/${account}`)}`
}

/** Signed, since it is kept for long: nobody without the secret can try out who signed in from where. */
function knownKey({ account, address }: Attempt): string {
  return `${known}${signatureOf(`known/${address} ${account}`)}`
}

function keysOf({ account, address }: Attempt): [key: string, max: number][] {
  // Hashed: the table must not tell who tried to sign in from where.
  const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
  return [
    [`sign-in/account/${hash(`${address} ${account}`)}`, limits.account],
    [`sign-in/address/${hash(address)}`, limits.address],
  ]
}
