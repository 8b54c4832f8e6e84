import type { Actor, MemberRole, Membership, PlatformRole } from './model'

/**
 * How far a right reaches:
 * `territory` the town of a town's akimat, all towns of the region for a region's akimat;
 * `body` what lies with the person's own organisation; `any` everything.
 */
export type Scope = 'territory' | 'body' | 'any'

export type Role = MemberRole | PlatformRole

/** Rights as data: what is not written here nobody may. */
export const permissions = {
  'site.read': { akimat_editor: 'territory', akimat_head: 'territory', admin: 'any', auditor: 'any' },
  'demand.read': { akimat_editor: 'territory', akimat_head: 'territory', admin: 'any', auditor: 'any' },
  'site.edit': { akimat_editor: 'territory', akimat_head: 'territory' },
  'site.review': { akimat_head: 'territory' },
  'inquiry.read': { spk_officer: 'body', spk_head: 'body', auditor: 'any' },
  'inquiry.answer': { spk_officer: 'body', spk_head: 'body' },
  /** Decides on a longer legal term. */
  'inquiry.extend': { spk_head: 'body' },
  'inquiry.redirect': { spk_officer: 'body', spk_head: 'body' },
  /** Gives cases to others, marks absences, sees the load of the body. */
  'inquiry.assign': { spk_head: 'body' },
  /** Inquiries about the own sites and what their bodies ask; without the persons. */
  'inquiry.follow': { akimat_editor: 'territory', akimat_head: 'territory', auditor: 'any' },
  'inquiry.advise': { akimat_editor: 'territory', akimat_head: 'territory' },
  'organization.read': { admin: 'any', auditor: 'any' },
  'organization.invite': { admin: 'any' },
  /** Takes the second factor from who has lost it. */
  'account.unlock': { admin: 'any' },
  'outbox.read': { admin: 'any' },
  /** Which erasures there were; carrying one out on request. */
  'erasure.read': { admin: 'any', auditor: 'any' },
  'erasure.carry_out': { admin: 'any' },
  'ruleset.read': { admin: 'any', auditor: 'any' },
  'ruleset.edit': { admin: 'any' },
  'responsibility.read': { admin: 'any', auditor: 'any' },
  'responsibility.edit': { admin: 'any' },
  'webhook.read': { spk_officer: 'body', spk_head: 'body', admin: 'any', auditor: 'any' },
  'webhook.manage': { spk_head: 'body', admin: 'any' },
  'calendar.read': { admin: 'any', auditor: 'any' },
  'calendar.edit': { admin: 'any' },
  'terms.read': { admin: 'any', auditor: 'any' },
  'terms.edit': { admin: 'any' },
  'ledger.read': { admin: 'any', auditor: 'any' },
  'jobs.read': { admin: 'any', auditor: 'any' },
  'template.read': { admin: 'any', auditor: 'any' },
  'template.edit': { admin: 'any' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>

export type Action = keyof typeof permissions

/** What an action is about, as far as rights depend on it. */
export type Subject = { townKey?: string; regionKey?: string; organizationId?: string }

/** Reach of `role` for `action`; null when the role has no such right. */
export function scopeOf(action: Action, role: Role): Scope | null {
  const granted: Partial<Record<Role, Scope>> = permissions[action]
  return granted[role] ?? null
}

/**
 * Whether `actor` may do `action` to `subject`. Without a subject: whether the actor may do it to anything at all
 * (for menus). The product's own jobs may do everything.
 */
export function may(actor: Actor, action: Action, subject?: Subject): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'visitor') return false
  if (actor.platformRole && scopeOf(action, actor.platformRole) === 'any') return true
  return actor.memberships.some((membership) => reaches(membership, scopeOf(action, membership.role), subject))
}

/** Memberships that give `action` at all; queries build their scope from these. */
export function membershipsFor(actor: Actor, action: Action): Membership[] {
  if (actor.kind !== 'person') return []
  return actor.memberships.filter((membership) => scopeOf(action, membership.role) !== null)
}

/** Whether the actor has `action` over everything (admin, auditor, the product itself). */
export function mayAny(actor: Actor, action: Action): boolean {
  if (actor.kind === 'system') return true
  return actor.kind === 'person' && actor.platformRole !== null && scopeOf(action, actor.platformRole) === 'any'
}

/** Whether the actor may change nothing at all: the ministry’s auditor. */
export function onlyReads(actor: Actor): boolean {
  return actor.kind === 'person' && actor.platformRole === 'auditor'
}

/** What of the own account people change who otherwise only read: language, letters, password, sessions, second factor. */
const ownAccount =
  /^\/(?:kk|ru|en)\/(?:sign-in|sign-out|reset-password|preferences|notices|account(?!\/inquiries))(?:[/.]|$)/i

/** Whether a path, as the router reads it, is a place of the own account where also those may write who only read. */
export function isOwnAccount(path: string): boolean {
  return ownAccount.test(path)
}

function reaches(membership: Membership, scope: Scope | null, subject: Subject | undefined): boolean {
  if (scope === null) return false
  if (scope === 'any' || subject === undefined) return true
  if (scope === 'body') return subject.organizationId === membership.organizationId
  if (membership.townKey !== null) return subject.townKey === membership.townKey
  return membership.regionKey !== null && subject.regionKey === membership.regionKey
}
