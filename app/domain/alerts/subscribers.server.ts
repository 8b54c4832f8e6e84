import { consentGiven } from '#app/domain/accounts/consents'
import type { Person } from '#app/domain/accounts/model'
import { countInWindow } from '#app/platform/db/count-in-window.server'
import type { Db, Tx } from '#app/platform/db/client.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { env } from '#app/platform/env/env.server'
import { readCookie } from '#app/platform/http/cookies'
import type { Actor } from '#app/domain/accounts/model'
import type { Language } from '#app/platform/i18n/language'
import type { Keeper } from './model'
import { hourlyLimits } from './rules'
import { hideName, readSigned, signText } from './signed-text.server'

const cookieName = 'alan_subscriber'
const oneYear = 31_536_000
const hourMs = 3_600_000

/** Who keeps things by this request; the cookie counts only when nobody is signed in. */
export function keeperOf(actor: Actor, request: Request): Keeper {
  const cookie = readCookie(request.headers.get('cookie'), cookieName)
  return { actor, provenId: actor.kind === 'visitor' ? readSigned('cookie', cookie) : null }
}

/** The `Set-Cookie` value by which this browser is known as the subscriber; of null, the one that forgets it. */
export function subscriberCookie(subscriberId: string | null): string {
  const value = subscriberId === null ? '' : signText('cookie', subscriberId)
  const secure = env().publicUrl?.startsWith('https://') ? '; Secure' : ''
  return `${cookieName}=${value}; Path=/; Max-Age=${subscriberId === null ? 0 : oneYear}; HttpOnly; SameSite=Lax${secure}`
}

/** The keeper's own row: of a person by the account or its address, of a browser by the cookie. */
export function ownSubscriber({ actor, provenId }: Keeper): Prisma.SubscriberWhereInput {
  if (actor.kind === 'person') return { OR: [{ userId: actor.userId }, { email: actor.email, userId: null }] }
  return provenId === null ? { id: { in: [] } } : { id: provenId, confirmedAt: { not: null } }
}

/** Whether letters may be sent to the keeper without asking for an address. */
export function isKnown({ actor, provenId }: Keeper): boolean {
  return actor.kind === 'person' || provenId !== null
}

/** Id of the keeper's row; that of a person is made when there is none. Null for a browser that nobody confirmed. */
export async function takeSubscriber(tx: Tx, keeper: Keeper, now: Date): Promise<string | null> {
  const { actor } = keeper
  if (actor.kind === 'person') return subscriberOfPerson(tx, actor, now)
  const row = await tx.subscriber.findFirst({ where: ownSubscriber(keeper), select: { id: true } })
  return row?.id ?? null
}

/** The address of an account was proven when the account was opened. */
async function subscriberOfPerson(tx: Tx, person: Person, now: Date): Promise<string> {
  const own = await tx.subscriber.findUnique({ where: { userId: person.userId }, select: { id: true } })
  if (own !== null) return own.id
  const id = await confirmSubscriber(tx, person.email, person.locale, now)
  await tx.subscriber.update({ where: { id }, data: { userId: person.userId } })
  return id
}

/** The row of an address that has just been proven; letters that were ended may come again. */
export async function confirmSubscriber(tx: Tx, email: string, locale: Language, now: Date): Promise<string> {
  // Confirmed twice at the same moment, one waits for the other.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`subscriber/${email}`}, 0))::text`
  const { id } = await tx.subscriber.upsert({
    where: { email },
    create: { email, locale, confirmedAt: now, createdAt: now, ...consentGiven(locale, now) },
    update: { confirmedAt: now, unsubscribedAt: null, locale, ...consentGiven(locale, now) },
    select: { id: true },
  })
  return id
}

/** A client as far as limits need it: counted, but not known. */
export function hideClient(address: string): string {
  return hideName(signText('client', address.replaceAll('.', '-'))).slice(0, 24)
}

/** Whether a letter to this address may be asked for once more from this place in this hour. */
export async function mayAskForLetter(db: Db, email: string, clientAddress: string, now: Date): Promise<boolean> {
  const keys = [
    [`subscribe/client/${hideName(clientAddress)}`, hourlyLimits.client],
    [`subscribe/email/${hideName(email)}`, hourlyLimits.email],
  ] as const
  for (const [key, max] of keys) if ((await countInWindow(db, key, hourMs, now)).count > max) return false
  return true
}
