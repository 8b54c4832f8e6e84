import type { MemberRole, OrganizationKind, PlatformRole } from '#app/domain/accounts/model'
import { actorOfSession } from '#app/domain/accounts/session.server'
import type { Db } from '#app/platform/db/client.server'
import { hashPassword } from '#app/platform/secrets/password.server'
import { randomUUID } from 'node:crypto'

/** An organisation whose names are made of its slug. */
export function addOrganization(db: Db, slug: string, kind: OrganizationKind = 'akimat') {
  return db.organization.create({
    data: { slug, kind, name: slug, nameKk: `${slug} kk`, nameRu: `${slug} ru`, nameEn: `${slug} en` },
  })
}

type PersonTraits = {
  email?: string
  name?: string
  password?: string
  platformRole?: PlatformRole
  isDemo?: boolean
  isBanned?: boolean
  memberOf?: { organizationId: string; role: MemberRole }
}

/** A person with an account; hashing takes a moment, so only those with a `password` can sign in by form. */
export async function addPerson(db: Db, traits: PersonTraits = {}) {
  const user = await db.user.create({
    data: {
      email: traits.email ?? `${randomUUID()}@test.kz`,
      name: traits.name ?? 'Дана Ахметова',
      emailVerified: true,
      role: traits.platformRole ?? null,
      isDemo: traits.isDemo ?? false,
      banned: traits.isBanned ?? false,
    },
  })
  if (traits.password !== undefined) {
    const password = await hashPassword(traits.password)
    await db.account.create({ data: { userId: user.id, accountId: user.id, providerId: 'credential', password } })
  }
  if (traits.memberOf !== undefined) await db.member.create({ data: { userId: user.id, ...traits.memberOf } })
  return user
}

/**
 * A session of the person, with the second factor that officials must have; the token is what `signSessionToken` makes a
 * cookie of.
 */
export async function addSession(
  db: Db,
  userId: string,
  expiresAt = new Date(Date.now() + 3_600_000),
): Promise<string> {
  const factor = { userId, secret: 'none', lastStep: 0, recovery: [] }
  await db.secondFactor.upsert({ where: { userId }, create: factor, update: {} })
  const { token } = await db.session.create({ data: { userId, token: randomUUID(), expiresAt, factorAt: new Date() } })
  return token
}

/** The person as the actor of queries and commands. */
export async function signedIn(db: Db, userId: string) {
  const actor = await actorOfSession(await addSession(db, userId), new Date())
  if (actor.kind !== 'person') throw new Error('This person may not come in')
  return actor
}
