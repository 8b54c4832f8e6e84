import { countAttempt, mayTryFromHere, noteSignIn, rememberNetwork } from '#app/domain/accounts/attempts.server'
import { auth } from '#app/domain/accounts/auth.server'
import type { Actor, Person, Waiting } from '#app/domain/accounts/model'
import { normalizeEmail } from '#app/domain/accounts/rules'
import { readSessionToken, senderOfSession, type Client } from '#app/domain/accounts/session.server'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Db, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { hashPassword, isOldHash, verifyPassword } from '#app/platform/secrets/password.server'

type SignInInput = { email: string; password: string }

type TooMany = 'too_many_attempts' | 'too_many_everywhere'

/** `cookies` are the Set-Cookie headers to answer with; `waitsFor` is what the session still lacks before it opens anything. */
type SignedIn = { person: Person; waitsFor: Waiting['step'] | null; cookies: string[] }

/**
 * Opens a session for the person with this address and password. Says `wrong_credentials` in the same way, and after the
 * same work, for a wrong password, an unknown address and a person who may not come in. Says
 * `too_many_everywhere` on a network new to the account after many wrong passwords from others: a letter helps then.
 */
export async function signIn(
  _actor: Actor,
  input: SignInInput,
  client: Client,
  now = new Date(),
): Promise<Verdict<SignedIn, 'wrong_credentials' | TooMany>> {
  const db = database()
  const attempt = { account: normalizeEmail(input.email), address: client.address }
  const waitSeconds = await countAttempt(db, attempt, now)
  if (waitSeconds !== null) return no('too_many_attempts', { seconds: waitSeconds })
  if (!(await mayTryFromHere(db, attempt, now))) return no('too_many_everywhere')

  const before = await readHash(db, { email: attempt.account })
  const response = await auth().api.signInEmail({
    body: { email: attempt.account, password: input.password },
    headers: new Headers({ 'x-forwarded-for': client.address, 'user-agent': client.userAgent }),
    asResponse: true,
  })
  if (!response.ok) return no('wrong_credentials')
  const { token } = (await response.json()) as { token: string }
  const { actor, waiting } = await senderOfSession(token, now)
  const person = waiting?.person ?? actor
  if (person.kind !== 'person' || !(await isStillPassword(db, person.userId, { before, password: input.password }))) {
    await db.session.deleteMany({ where: { token } })
    return no('wrong_credentials')
  }
  await noteSignIn(db, attempt, now)
  await Promise.all([
    renewHash(db, person.userId, input.password),
    db.session.deleteMany({ where: { userId: person.userId, expiresAt: { lte: now } } }),
  ])
  return yes({ person, waitsFor: waiting?.step ?? null, cookies: response.headers.getSetCookie() })
}

/** Lets whoever has just proven the address by the link of a letter in from here, whatever others have tried. */
export async function trustNetwork(_actor: Actor, email: string, client: Client, now = new Date()): Promise<void> {
  await rememberNetwork(database(), { account: normalizeEmail(email), address: client.address }, now)
}

/**
 * Whether the password opens the account now that the session is there: another one may have been set while this one was
 * checked, which ended only the sessions of that moment. Waits for a change that is under way.
 */
async function isStillPassword(
  db: Db,
  userId: string,
  { before, password }: { before: string | null; password: string },
): Promise<boolean> {
  const after = await inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "account" WHERE "userId" = ${userId}::uuid FOR UPDATE`
    return readHash(tx, { id: userId })
  })
  return after !== null && (after === before || (await verifyPassword({ hash: after, password })))
}

async function readHash(db: Db | Tx, user: { id: string } | { email: string }): Promise<string | null> {
  const account = await db.account.findFirst({ where: { user, providerId: 'credential' }, select: { password: true } })
  return account?.password ?? null
}

/** The password is known only at this moment: what was hashed in an earlier way is hashed anew. */
async function renewHash(db: Db, userId: string, password: string): Promise<void> {
  const account = await db.account.findFirst({ where: { userId, providerId: 'credential' } })
  if (!account?.password || !isOldHash(account.password)) return
  const { id, password: before } = account
  await db.account.updateMany({ where: { id, password: before }, data: { password: await hashPassword(password) } })
}

/** Ends the session of the request; returns the Set-Cookie headers that remove its cookies. */
export async function signOut(_actor: Actor, request: Request): Promise<string[]> {
  const token = readSessionToken(request)
  if (token !== null) await database().session.deleteMany({ where: { token } })
  const response = await auth().api.signOut({
    headers: new Headers({ cookie: request.headers.get('cookie') ?? '' }),
    asResponse: true,
  })
  return response.headers.getSetCookie()
}
