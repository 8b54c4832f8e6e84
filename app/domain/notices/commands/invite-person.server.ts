import { makeLinkSecret } from '#app/platform/secrets/link-secret.server'
import type { Actor, MemberRole, OrganizationKind } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { canGiveRole, invitationEnd } from '#app/domain/accounts/rules'
import type { InviteInput } from '#app/domain/accounts/schema'
import { visibleOrganizations } from '#app/domain/accounts/visible-to.server'
import type { Language } from '#app/domain/kernel/localized'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Organization } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { pathIn } from '#app/platform/i18n/language'

/**
 * Invites a person to an organisation: the invitation and the letter with its link, in one transaction. The same order
 * sent again while the invitation is open answers as the first time and sends nothing.
 */
export async function invitePerson(
  actor: Actor,
  slug: string,
  input: InviteInput,
  now = new Date(),
): Promise<Verdict<{ invitationId: string }, 'role' | 'already_member' | 'already_invited'>> {
  const organization = await database().organization.findFirst({
    where: { AND: [visibleOrganizations(actor), { slug }] },
  })
  if (organization === null || actor.kind !== 'person') throw notFound()
  if (!may(actor, 'organization.invite', { organizationId: organization.id })) throw notFound()
  if (!canGiveRole(organization.kind as OrganizationKind, input.role)) return no('role')
  const { secret: token, hash: tokenHash } = makeLinkSecret()

  return inTransaction(database(), async (tx) => {
    // Two orders for one organisation wait for each other, so that the second one sees the first one's invitation.
    await tx.$queryRaw`SELECT "id" FROM "organization" WHERE "id" = ${organization.id}::uuid FOR UPDATE`
    const own = { organizationId: organization.id }
    if ((await tx.member.count({ where: { ...own, user: { email: input.email } } })) > 0) return no('already_member')
    const open = await tx.invitation.findFirst({
      where: { ...own, email: input.email, status: 'pending', expiresAt: { gt: now } },
    })
    if (open !== null) return isSame(open, input) ? yes({ invitationId: open.id }) : no('already_invited')
    await tx.invitation.updateMany({
      where: { ...own, email: input.email, status: 'pending' },
      data: { status: 'canceled' },
    })
    const expiresAt = invitationEnd(now)
    const invitation = await tx.invitation.create({
      data: { ...own, ...input, inviterId: actor.userId, tokenHash, expiresAt },
      select: { id: true },
    })
    await queueInvitation(tx, organization, { ...input, id: invitation.id, token, tokenHash, expiresAt })
    return yes({ invitationId: invitation.id })
  })
}

/**
 * Sends a pending invitation again with a new link and a new end; the old link dies. `version` is the end that the page
 * showed: pressed twice, it sends once. True when a letter was queued.
 */
export async function resendInvitation(
  actor: Actor,
  order: { invitationId: string; version: string },
  now = new Date(),
): Promise<boolean> {
  const invitation = await database().invitation.findUnique({
    where: { id: order.invitationId },
    include: { organization: true },
  })
  if (invitation === null || !may(actor, 'organization.invite', invitation)) throw notFound()
  const { secret: token, hash: tokenHash } = makeLinkSecret()
  const expiresAt = invitationEnd(now)
  return inTransaction(database(), async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, status: 'pending', expiresAt: new Date(order.version) },
      data: { tokenHash, expiresAt },
    })
    if (count === 0) return false
    const { id, email, name } = invitation
    const role = invitation.role as MemberRole
    const locale = invitation.locale as Language
    return queueInvitation(tx, invitation.organization, { id, email, name, role, locale, token, tokenHash, expiresAt })
  })
}

type Letter = InviteInput & { id: string; token: string; tokenHash: string; expiresAt: Date }

function queueInvitation(tx: Tx, organization: Organization, letter: Letter): Promise<boolean> {
  return queueNotice(tx, {
    template: 'invitation',
    locale: letter.locale,
    to: letter.email,
    dedupeKey: `invitation:${letter.id}:${letter.tokenHash.slice(0, 12)}`,
    data: {
      name: letter.name,
      organization: { kk: organization.nameKk, ru: organization.nameRu, en: organization.nameEn },
      role: letter.role,
      link: pathIn(letter.locale, `/invitations/${letter.token}`),
      expiresAt: letter.expiresAt.toISOString(),
    },
  })
}

function isSame(open: { role: string | null; name: string; locale: string }, input: InviteInput): boolean {
  return open.role === input.role && open.name === input.name && open.locale === input.locale
}
