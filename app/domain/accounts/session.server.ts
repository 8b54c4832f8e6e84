import { sessionCookieName } from '#app/domain/accounts/auth.server'
import {
  visitor,
  type Actor,
  type MemberRole,
  type OrganizationKind,
  type Person,
  type Waiting,
} from '#app/domain/accounts/model'
import { may, type Action } from '#app/domain/accounts/policy'
import { deskOf, isOfficial } from '#app/domain/accounts/rules'
import { orWhileAway } from '#app/platform/outage/database-away'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { env } from '#app/platform/env/env.server'
import { networkOf } from '#app/platform/http/client-network.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requestContext } from '#app/platform/http/request-context.server'
import { defaultLanguage, isLanguage, languageOf, pathIn, type Language } from '#app/platform/i18n/language'
import { isSignatureOf, signatureOf } from '#app/platform/secrets/signature.server'
import { redirect } from '@remix-run/node'

export type Client = { address: string; userAgent: string }

/** Loaders of one page run side by side, each with its own copy of the request; the request context is the same. */
const asked = new WeakMap<object, Map<string, Promise<Sender>>>()

/** Who sends a request; a session that waits for its second factor opens no more than a visitor sees. */
type Sender = { actor: Actor; waiting: Waiting | null }

const nobody: Sender = { actor: visitor, waiting: null }

/** Who sends the request: the person of a living session, else the visitor. One query, once per request. */
export async function currentActor(request: Request): Promise<Actor> {
  return (await currentSender(request)).actor
}

/** The person whose session waits for its second factor. */
export async function currentWaiting(request: Request): Promise<Waiting | null> {
  return (await currentSender(request)).waiting
}

function currentSender(request: Request): Promise<Sender> {
  const token = readSessionToken(request)
  if (token === null) return Promise.resolve(nobody)
  const key = requestContext.getStore() ?? request
  const senders = asked.get(key) ?? new Map<string, Promise<Sender>>()
  asked.set(key, senders)
  const sender = senders.get(token) ?? signWrites(senderOfSession(token, new Date()))
  senders.set(token, sender)
  return sender
}

/** `currentActor` for pages that are open to everybody and need no database: a visitor while it is away. */
export function publicReader(request: Request): Promise<Actor> {
  return orWhileAway(currentActor(request), visitor)
}

/** What the request writes from now on is recorded under the person's name. */
async function signWrites(found: Promise<Sender>): Promise<Sender> {
  const sender = await found
  const person = sender.waiting?.person ?? sender.actor
  const context = requestContext.getStore()
  if (context === undefined || person.kind !== 'person') return sender
  context.actor = `person:${person.userId}`
  if (person.memberships.length > 0) context.behalf = person.memberships.map(({ slug }) => slug).join(' ')
  return sender
}

/** The same as of now, for an answer that goes on for longer than a moment. */
export function freshActor(request: Request): Promise<Actor> {
  const token = readSessionToken(request)
  return token === null ? Promise.resolve(visitor) : actorOfSession(token, new Date())
}

/** The signed-in person; a visitor is sent to sign in and comes back to the page that was asked for. */
export async function requirePerson(request: Request): Promise<Person> {
  const { actor, waiting } = await currentSender(request)
  if (actor.kind === 'person') return actor
  throw redirectAndBack(request, waiting === null ? '/sign-in' : waitingPaths[waiting.step])
}

/** Where a person goes on whose session waits for its second factor. */
export const waitingPaths = { code: '/sign-in/code', set_up: '/account/second-factor' } as const

/** Sends the person to a page in their language that leads back to the one that was asked for. */
export function redirectAndBack(request: Request, path: string): Response {
  const url = new URL(request.url)
  // A form that was sent without a session cannot be sent again by a redirect: back to the page it stood on.
  const next = `${url.pathname.replace(/\.data$/, '')}${request.method === 'GET' ? withoutRouteData(url) : ''}`
  const language = languageOf(url.pathname) ?? defaultLanguage
  return redirect(`${pathIn(language, path)}?${new URLSearchParams({ next })}`)
}

/** The signed-in person who may do `action` to something at all; everybody else gets the 404 of a page that is not there. */
export async function requireRight(request: Request, action: Action): Promise<Person> {
  const person = await requirePerson(request)
  if (!may(person, action)) throw notFound()
  return person
}

/**
 * Where a request comes from, as limits count it: an IPv6 address by its /64. It is the one the server wrote into the
 * header; a client cannot set it. Log and ledger have it in full, from the request context.
 */
export function clientOf(request: Request): Client {
  return {
    address: networkOf(request.headers.get('x-forwarded-for') ?? '127.0.0.1'),
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, 300),
  }
}

/** Page where a person starts working: the desk of the first role that has one, else the account page. */
export function homeOf(actor: Actor, language: Language): string {
  return pathIn(language, deskOf(actor))
}

/** The value of the session cookie for a token, as better-auth signs it. */
export function signSessionToken(token: string): string {
  return encodeURIComponent(`${token}.${Buffer.from(signatureOf(token), 'base64url').toString('base64')}`)
}

/** Token of the session cookie; null without one and when its signature is not ours. */
export function readSessionToken(request: Request): string | null {
  const name = sessionCookieName()
  const pair = (request.headers.get('cookie') ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  if (pair === undefined) return null
  const [token = '', signature = ''] = decodeCookie(pair.slice(name.length + 1)).split('.')
  return token !== '' && isSignatureOf(token, signature) ? token : null
}

/** What of a user makes an actor. */
export const personFields = {
  id: true,
  name: true,
  email: true,
  locale: true,
  role: true,
  banned: true,
  banExpires: true,
  isDemo: true,
  members: {
    select: { role: true, organization: true },
    orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }],
  },
}

/** Who a session belongs to; a visitor when it has ended, the person is banned, or demo people may not come in. */
export async function actorOfSession(token: string, now: Date): Promise<Actor> {
  return (await senderOfSession(token, now)).actor
}

/** The same, and who it is whose second factor is still to come. */
export async function senderOfSession(token: string, now: Date): Promise<Sender> {
  const session = await database().session.findUnique({
    where: { token, expiresAt: { gt: now } },
    select: {
      id: true,
      factorAt: true,
      user: { select: { ...personFields, secondFactor: { select: { userId: true } } } },
    },
  })
  if (session === null) return nobody
  const { id, factorAt, user } = session
  const person = actorOf(user, id, now)
  if (person.kind !== 'person') return { actor: person, waiting: null }
  if (user.secondFactor === null) {
    // Demo people share a password that is public: a code would protect nothing.
    const mustHave = isOfficial(person) && !user.isDemo
    return mustHave ? { actor: visitor, waiting: { person, step: 'set_up' } } : { actor: person, waiting: null }
  }
  return factorAt === null ? { actor: visitor, waiting: { person, step: 'code' } } : { actor: person, waiting: null }
}

type User = Prisma.UserGetPayload<{ select: typeof personFields }>

/** The user as an actor; a visitor when they may not come in. */
export function actorOf(user: User, sessionId: string, now: Date): Actor {
  if (user.banned && (user.banExpires === null || user.banExpires > now)) return visitor
  // Their password is public.
  if (user.isDemo && !env().demo) return visitor
  return {
    kind: 'person',
    userId: user.id,
    sessionId,
    name: user.name,
    email: user.email,
    locale: isLanguage(user.locale) ? user.locale : defaultLanguage,
    platformRole: user.role === 'admin' || user.role === 'auditor' ? user.role : null,
    memberships: user.members.map(({ role, organization }) => ({
      organizationId: organization.id,
      slug: organization.slug,
      kind: organization.kind as OrganizationKind,
      role: role as MemberRole,
      name: { kk: organization.nameKk, ru: organization.nameRu, en: organization.nameEn },
      townKey: organization.townKey,
      regionKey: organization.regionKey,
    })),
  }
}

/** The query of the page without the parameters that only the router adds to it. */
function withoutRouteData(url: URL): string {
  const query = new URLSearchParams(url.search)
  query.delete('_routes')
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
