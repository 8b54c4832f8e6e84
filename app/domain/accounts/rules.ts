import {
  rolesOfKind,
  type Actor,
  type MemberRole,
  type OrganizationKind,
  type Person,
} from '#app/domain/accounts/model'

/** How long the link of an invitation works. */
export const invitationDays = 7

const dayMs = 24 * 60 * 60 * 1000

export type InvitationState = 'open' | 'expired' | 'accepted' | 'canceled'

/** What can still be done with an invitation at `now`; a status that is not known counts as canceled. */
export function invitationStateAt(invitation: { status: string; expiresAt: Date }, now: Date): InvitationState {
  if (invitation.status === 'accepted') return 'accepted'
  if (invitation.status !== 'pending') return 'canceled'
  return invitation.expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}

/** Last moment of an invitation sent at `now`. */
export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + invitationDays * dayMs)
}

/** Whether people of this kind of organisation can have `role`. */
export function canGiveRole(kind: OrganizationKind, role: string): role is MemberRole {
  return rolesOfKind[kind].some((candidate) => candidate === role)
}

/** How long the link of a sign-up works. */
export const signUpHours = 48

/** How long the link of a forgotten password works. */
export const resetHours = 1

/** How long the link of another address works. */
export const emailChangeHours = 24

/** How long after showing that they are who they are people may take exports and give roles. */
export const proofMinutes = 15

/** Whether what was shown at `provenAt` still counts. */
export function isProven(provenAt: Date, now: Date): boolean {
  return now.getTime() - provenAt.getTime() < proofMinutes * 60_000
}

/** Whether the person acts for the state or the platform, and so must not come in by a password alone. */
export function isOfficial({ platformRole, memberships }: Pick<Person, 'platformRole' | 'memberships'>): boolean {
  return platformRole !== null || memberships.some(({ kind }) => kind !== 'company')
}

export type LinkState = 'open' | 'expired' | 'used'

/** What can still be done at `now` with a link that works once and for a time. */
export function linkStateAt(link: { usedAt: Date | null; expiresAt: Date }, now: Date): LinkState {
  if (link.usedAt !== null) return 'used'
  return link.expiresAt <= now ? 'expired' : 'open'
}

/** The form in which addresses are stored and compared. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase()
}

export const passwordLength = { min: 10, max: 128 } as const

export const weaknesses = ['password_short', 'password_long', 'password_monotonous', 'password_personal'] as const
export type WeakPassword = (typeof weaknesses)[number]

/**
 * Why a password is too easy to guess, or null when it will do: 10 to 128 characters, at least five different ones, and
 * not the person's own address or name with something around it. No rules about digits and signs: they make people
 * choose worse ones (NIST SP 800-63B 5.1.1.2).
 */
export function weaknessOf(password: string, person: { email: string; name: string }): WeakPassword | null {
  const letters = [...password]
  if (letters.length < passwordLength.min) return 'password_short'
  if (letters.length > passwordLength.max) return 'password_long'
  if (new Set(letters).size < 5) return 'password_monotonous'
  const own = [
    normalizeEmail(person.email),
    normalizeEmail(person.email).split('@')[0] ?? '',
    ...person.name.split(/\s+/),
  ]
  const found = own
    .map((text) => text.toLowerCase())
    .find((text) => text.length >= 4 && password.toLowerCase().includes(text))
  return found !== undefined && letters.length - found.length < 6 ? 'password_personal' : null
}

/** Path of the person's own desk inside a language; investors and visitors have none and get their account page. */
export function deskOf(actor: Actor): '/akimat' | '/spk' | '/admin' | '/account' {
  if (actor.kind !== 'person') return '/account'
  if (actor.platformRole === 'admin' || actor.platformRole === 'auditor') return '/admin'
  const kinds = new Set(actor.memberships.map((membership) => membership.kind))
  if (kinds.has('akimat')) return '/akimat'
  return kinds.has('spk') || kinds.has('platform') ? '/spk' : '/account'
}
