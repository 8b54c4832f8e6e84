import type { MemberRole } from '#app/domain/accounts/model'
import { permissions } from '#app/domain/accounts/policy'
import type { Circle } from '#app/domain/notices/events'
import type { Tx } from '#app/platform/db/client.server'

const answeringRoles = Object.keys(permissions['inquiry.answer']) as MemberRole[]

/** The people of the body that has the part, as far as a notice can reach them. */
export async function circleOf(
  tx: Tx,
  part: { organizationId: string; assigneeId: string | null },
): Promise<Pick<Circle, 'assignee' | 'officers' | 'heads'>> {
  const members = await tx.member.findMany({
    where: { organizationId: part.organizationId, role: { in: answeringRoles } },
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

/** The thing that notices about a part are about, and its page at the desk. */
export function caseOf(number: string | null, sequence: number): { about: string; path: string } {
  const ref = `${number ?? ''}/${sequence}`
  return { about: `case:${ref}`, path: `/spk/inquiries/${ref}` }
}
