import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import type { Actor, MemberRole, OrganizationKind, PlatformRole } from '#app/domain/accounts/model'
import { demoAccounts } from '#app/domain/accounts/demo'
import { invitationStateAt, type InvitationState } from '#app/domain/accounts/rules'
import type { OrganizationFilter } from '#app/domain/accounts/schema'
import { visibleOrganizations } from '#app/domain/accounts/visible-to.server'
import type { Language, Localized } from '#app/domain/kernel/localized'
import type { Page, PageRequest } from '#app/domain/kernel/page'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { defaultLanguage, isLanguage } from '#app/platform/i18n/language'

export type OrganizationLine = {
  slug: string
  kind: OrganizationKind
  name: Localized
  people: number
  invited: number
}

/** Organisations by name, akimats and SPKs mixed, those of the filter only. */
export async function listOrganizations(
  actor: Actor,
  filter: OrganizationFilter,
  request: PageRequest,
): Promise<Page<OrganizationLine>> {
  const fields = ['nameKk', 'nameRu', 'nameEn', 'slug'] as const
  const where = {
    AND: [
      visibleOrganizations(actor),
      filter.kind === null ? {} : { kind: filter.kind },
      filter.q === '' ? {} : { OR: fields.map((field) => ({ [field]: { contains: filter.q, mode: 'insensitive' } })) },
    ],
  }
  const [total, rows] = await Promise.all([
    database().organization.count({ where }),
    database().organization.findMany({
      where,
      orderBy: [{ kind: 'asc' }, { slug: 'asc' }],
      skip: request.skip,
      take: request.size,
      include: { _count: { select: { members: true, invitations: { where: { status: 'pending' } } } } },
    }),
  ])
  const items = rows.map((row) => ({
    slug: row.slug,
    kind: row.kind as OrganizationKind,
    name: nameOf(row),
    people: row._count.members,
    invited: row._count.invitations,
  }))
  return { items, total, page: request.page, size: request.size }
}

export type PendingInvitation = {
  id: string
  email: string
  name: string
  role: MemberRole
  locale: Language
  state: InvitationState
  /** Changes whenever the invitation is sent again: the `version` of schema.ts. */
  expiresAt: string
}

export type OrganizationCard = {
  slug: string
  kind: OrganizationKind
  name: Localized
  people: { userId: string; name: string; email: string; role: MemberRole; isDemo: boolean; hasSecondFactor: boolean }[]
  invitations: PendingInvitation[]
}

/** One organisation with its people and pending invitations, newest first. */
export async function readOrganization(actor: Actor, slug: string, now = new Date()): Promise<OrganizationCard> {
  const row = await database().organization.findFirst({
    where: { AND: [visibleOrganizations(actor), { slug }] },
    include: {
      members: {
        include: { user: { include: { secondFactor: { select: { userId: true } } } } },
        orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
      },
      invitations: { where: { status: 'pending' }, orderBy: { createdAt: 'desc' } },
    },
  })
  if (row === null) throw notFound()
  return {
    slug: row.slug,
    kind: row.kind as OrganizationKind,
    name: nameOf(row),
    people: row.members.map(({ role, user }) => ({
      userId: user.id,
      name: user.name,
      email: user.email,
      role: role as MemberRole,
      isDemo: user.isDemo,
      hasSecondFactor: user.secondFactor !== null,
    })),
    invitations: row.invitations.map((invitation) => ({
      id: invitation.id,
      email: invitation.email,
      name: invitation.name,
      role: invitation.role as MemberRole,
      locale: isLanguage(invitation.locale) ? invitation.locale : defaultLanguage,
      state: invitationStateAt(invitation, now),
      expiresAt: invitation.expiresAt.toISOString(),
    })),
  }
}

export type InvitationCard = {
  organization: Localized
  role: MemberRole
  email: string
  name: string
  state: InvitationState
  /** The address has an account: its owner signs in and joins instead of choosing a password. */
  hasAccount: boolean
}

/** What the link of an invitation shows to whoever has it; null when there is no such link. */
export async function readInvitation(_actor: Actor, token: string, now = new Date()): Promise<InvitationCard | null> {
  const row = await database().invitation.findUnique({
    where: { tokenHash: hashLinkSecret(token) },
    include: { organization: true },
  })
  if (row === null) return null
  const accounts = await database().user.count({ where: { email: row.email } })
  return {
    organization: nameOf(row.organization),
    role: row.role as MemberRole,
    email: row.email,
    name: row.name,
    state: invitationStateAt(row, now),
    hasAccount: accounts > 0,
  }
}

export type DemoAccount = {
  email: string
  name: string
  role: MemberRole | PlatformRole
  organization: Localized | null
}

/** Demo people to try the product as; empty when the demo data is not loaded. Call only while the demo is on. */
export async function listDemoAccounts(_actor: Actor): Promise<DemoAccount[]> {
  const users = await database().user.findMany({
    where: { isDemo: true, email: { in: [...demoAccounts] } },
    include: { members: { include: { organization: true }, take: 1 } },
  })
  return users
    .sort((a, b) => demoAccounts.indexOf(a.email) - demoAccounts.indexOf(b.email))
    .map((user) => ({
      email: user.email,
      name: user.name,
      role: (user.role ?? user.members[0]?.role ?? 'company_member') as DemoAccount['role'],
      organization: user.members[0] ? nameOf(user.members[0].organization) : null,
    }))
}

function nameOf(row: { nameKk: string; nameRu: string; nameEn: string }): Localized {
  return { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }
}
