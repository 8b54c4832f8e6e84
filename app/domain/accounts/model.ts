import type { Language, Localized } from '#app/domain/kernel/localized'

export type OrganizationKind = 'akimat' | 'spk' | 'company' | 'platform'

export const memberRoles = ['akimat_editor', 'akimat_head', 'spk_officer', 'spk_head', 'company_member'] as const
export type MemberRole = (typeof memberRoles)[number]

/** Roles that a kind of organisation can give to its people. */
export const rolesOfKind: Record<OrganizationKind, readonly MemberRole[]> = {
  akimat: ['akimat_editor', 'akimat_head'],
  spk: ['spk_officer', 'spk_head'],
  company: ['company_member'],
  platform: ['spk_officer', 'spk_head'],
}

/** Roles over the whole platform: `auditor` is the ministry, which reads everything and changes nothing. */
export type PlatformRole = 'admin' | 'auditor'

export type Membership = {
  organizationId: string
  slug: string
  kind: OrganizationKind
  role: MemberRole
  name: Localized
  /** Akimat of a town: its key. Null for an akimat of a region and for other kinds. */
  townKey: string | null
  /** Region of an akimat. Null for other kinds. */
  regionKey: string | null
}

export type Visitor = { kind: 'visitor' }

export type Person = {
  kind: 'person'
  userId: string
  sessionId: string
  name: string
  email: string
  locale: Language
  platformRole: PlatformRole | null
  memberships: Membership[]
}

/**
 * Somebody who knows a password but is not signed in before the second factor: its `code` is asked for, or an official
 * has none yet and must `set_up` one.
 */
export type Waiting = { person: Person; step: 'code' | 'set_up' }

/** A secret for an authenticator app: its picture, its text, its address, and what the form brings back. */
export type FactorOffer = { qr: { side: number; path: string }; secret: string; uri: string; sealed: string }

/** `since` is ISO 8601. */
export type SecondFactorState = { kind: 'demo' } | { kind: 'off' } | { kind: 'on'; since: string; recoveryLeft: number }

/** A place where a person is signed in. `device` is browser and system, empty when unknown. */
export type SessionLine = {
  id: string
  isCurrent: boolean
  device: string
  address: string
  since: string
  until: string
}

/** A job or seed of the product itself; `name` says which. */
export type SystemActor = { kind: 'system'; name: string }

/** Who asks. Every query and command takes it first. */
export type Actor = Visitor | Person | SystemActor

export const visitor: Visitor = { kind: 'visitor' }
