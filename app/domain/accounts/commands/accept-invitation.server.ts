import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import type { Actor } from '#app/domain/accounts/model'
import { invitationStateAt, normalizeEmail, weaknessOf, type WeakPassword } from '#app/domain/accounts/rules'
import type { AcceptInput } from '#app/domain/accounts/schema'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, isUniqueConflict, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { hashPassword } from '#app/platform/secrets/password.server'

/** Why a link leads nowhere; `gone` covers used, canceled, expired and unknown: the page says which. */
type Refusal = 'gone' | 'sign_in_first' | 'other_account'

class TakenError extends Error {}

/**
 * Makes the account of the invited person and the membership, and uses the invitation up, all or nothing. The address is
 * that of the invitation: who has the link has its mailbox, so it counts as verified. Says `sign_in_first` when the
 * address already has an account, and what is wrong with a password that is too weak.
 */
export async function acceptInvitation(
  _actor: Actor,
  token: string,
  input: AcceptInput,
  now = new Date(),
): Promise<Verdict<{ email: string }, Refusal | WeakPassword>> {
  const invitation = await findOpen(token, now)
  if (invitation === null) return no('gone')
  const email = normalizeEmail(invitation.email)
  const weakness = weaknessOf(input.password, { email, name: input.name })
  if (weakness !== null) return no(weakness)
  const password = await hashPassword(input.password)
  try {
    await inTransaction(database(), async (tx) => {
      await takeInvitation(tx, invitation.id, now)
      const user = await tx.user.create({
        data: { name: input.name, email, emailVerified: true, locale: invitation.locale },
        select: { id: true },
      })
      await tx.account.create({
        data: { userId: user.id, accountId: user.id, providerId: 'credential', password },
      })
      await joinAs(tx, invitation, user.id)
    })
  } catch (error) {
    if (error instanceof TakenError) return no('gone')
    if (isUniqueConflict(error)) return no('sign_in_first')
    throw error
  }
  return yes({ email })
}

/** Adds the signed-in person, whose address the invitation names, to the organisation. */
export async function joinOrganization(
  actor: Actor,
  token: string,
  now = new Date(),
): Promise<Verdict<{ organizationId: string }, Refusal>> {
  if (actor.kind !== 'person') return no('sign_in_first')
  const invitation = await findOpen(token, now)
  if (invitation === null) return no('gone')
  if (normalizeEmail(invitation.email) !== normalizeEmail(actor.email)) return no('other_account')
  try {
    await inTransaction(database(), async (tx) => {
      await takeInvitation(tx, invitation.id, now)
      await joinAs(tx, invitation, actor.userId)
    })
  } catch (error) {
    if (error instanceof TakenError) return no('gone')
    throw error
  }
  return yes({ organizationId: invitation.organizationId })
}

async function findOpen(token: string, now: Date) {
  const invitation = await database().invitation.findUnique({ where: { tokenHash: hashLinkSecret(token) } })
  return invitation !== null && invitationStateAt(invitation, now) === 'open' ? invitation : null
}

/** Of two people with the same link only one gets past this line. */
async function takeInvitation(tx: Tx, id: string, now: Date): Promise<void> {
  const { count } = await tx.invitation.updateMany({
    where: { id, status: 'pending', expiresAt: { gt: now } },
    data: { status: 'accepted' },
  })
  if (count === 0) throw new TakenError()
}

async function joinAs(
  tx: Tx,
  invitation: { organizationId: string; role: string | null },
  userId: string,
): Promise<void> {
  const { organizationId } = invitation
  const role = invitation.role ?? 'company_member'
  await tx.member.upsert({
    where: { organizationId_userId: { organizationId, userId } },
    create: { organizationId, userId, role },
    update: { role },
  })
}
