import type { MemberRole } from '#app/domain/accounts/model'
import { permissions } from '#app/domain/accounts/policy'
import { notBanned } from '#app/domain/accounts/visible-to.server'
import type { Circle } from '#app/domain/notices/events'
import type { Tx } from '#app/platform/db/client.server'

const answeringRoles = Object.keys(permissions['inquiry.answer']) as MemberRole[]

/** The people of the body that has the part, as far as they may come in. */
export async function circleOf(
  tx: Tx,
  part: { organizationId: string; assigneeId: string | null },
  now: Date,
): Promise<Record<'assignee' | 'officers' | 'heads', string[]>> {
  const members = await tx.member.findMany({
    where: { organizationId: part.organizationId, role: { in: answeringRoles }, user: notBanned(now) },
    select: { userId: true, role: true },
    orderBy: { userId: 'asc' },
  })
  const idsOf = (people: typeof members) => people.map(({ userId }) => userId)
  return {
    assignee: idsOf(members.filter(({ userId }) => userId === part.assigneeId)),
    officers: idsOf(members),
    heads: idsOf(members.filter(({ role }) => role === 'spk_head')),
  }
}

/** Who inquired, when the inquiry is kept in an account. */
export function investorOf({ ownerId }: { ownerId: string | null }): Pick<Circle, 'investor'> {
  return { investor: ownerId === null ? [] : [ownerId] }
}

/** The thing that notices about a part are about, and its page at the desk. */
export function caseOf(number: string | null, sequence: number): { about: string; path: string } {
  const ref = `${number ?? ''}/${sequence}`
  return { about: `case:${ref}`, path: `/spk/inquiries/${ref}` }
}

/** The same for who inquired, who sees all parts on one page. */
export function ownCaseOf(number: string | null): { about: string; path: string } {
  return { about: `own:${number ?? ''}`, path: `/inquiries/${number ?? ''}` }
}
