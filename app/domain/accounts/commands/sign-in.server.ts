import { countAttempt, forgetAttempts, forgiveAttempt } from '#app/domain/accounts/attempts.server'
import { auth } from '#app/domain/accounts/auth.server'
import type { Actor, Person } from '#app/domain/accounts/model'
import { normalizeEmail } from '#app/domain/accounts/rules'
import { actorOfSession, type Client } from '#app/domain/accounts/session.server'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { database } from '#app/platform/db/database.server'

type SignInInput = { email: string; password: string }

/** `cookies` are the Set-Cookie headers to answer with. */
type SignedIn = { person: Person; cookies: string[] }

/**
 * Opens a session for the person with this address and password. Says `wrong_credentials` in the same way, and after the
 * same work, for a wrong password, an unknown address and a person who may not come in.
 */
export async function signIn(
  _actor: Actor,
  input: SignInInput,
  client: Client,
  now = new Date(),
): Promise<Verdict<SignedIn, 'wrong_credentials' | 'too_many_attempts'>> {
  const db = database()
  const attempt = { account: normalizeEmail(input.email), address: client.address }
  const waitSeconds = await countAttempt(db, attempt, now)
  if (waitSeconds !== null) return no('too_many_attempts', { seconds: waitSeconds })

  const response = await auth().api.signInEmail({
    body: { email: attempt.account, password: input.password },
    headers: new Headers({ 'x-forwarded-for': client.address, 'user-agent': client.userAgent }),
    asResponse: true,
  })
  if (!response.ok) return no('wrong_credentials')
  const { token } = (await response.json()) as { token: string }
  const person = await actorOfSession(token, now)
  if (person.kind !== 'person') {
    await db.session.deleteMany({ where: { token } })
    return no('wrong_credentials')
  }
  await forgiveAttempt(db, attempt)
  await Promise.all([
    forgetAttempts(db, now),
    db.session.deleteMany({ where: { userId: person.userId, expiresAt: { lte: now } } }),
  ])
  return yes({ person, cookies: response.headers.getSetCookie() })
}

/** Ends the session of the request; returns the Set-Cookie headers that remove its cookies. */
export async function signOut(actor: Actor, request: Request): Promise<string[]> {
  if (actor.kind === 'person') await database().session.deleteMany({ where: { id: actor.sessionId } })
  const response = await auth().api.signOut({
    headers: new Headers({ cookie: request.headers.get('cookie') ?? '' }),
    asResponse: true,
  })
  return response.headers.getSetCookie()
}
