import type { Actor, MemberRole } from '#app/domain/accounts/model'
import { membershipsFor, permissions } from '#app/domain/accounts/policy'
import { localDateOf, localDateOfUtcMidnight, utcMidnightOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { checkAbsence, type AbsenceCode } from './rules'
import type { AbsenceInput } from './schema'

const answeringRoles = Object.keys(permissions['inquiry.answer']) as MemberRole[]

/**
 * Writes down that somebody of the actor's body is absent; from then on no new case goes to them on these days. The same
 * form again answers as the first time. 404 for a person of another body; says what the days or the stand-in lack.
 */
export async function markAbsent(
  actor: Actor,
  input: AbsenceInput,
  now = new Date(),
): Promise<Verdict<null, AbsenceCode | 'unknown_stand_in'>> {
  if (actor.kind !== 'person') throw notFound()
  const { form, userId, standInId, firstDay, lastDay, reason } = input
  return inTransaction(database(), async (tx) => {
    // Two heads who write at once wait for each other.
    await tx.$queryRaw`SELECT "id" FROM "user" WHERE "id" = ${userId}::uuid FOR UPDATE`
    if ((await tx.officerAbsence.count({ where: { submissionKey: form } })) > 0) return yes(null)
    const organizationId = await findBody(tx, actor, userId)
    if (organizationId === null) throw notFound()
    if (standInId !== null && !(await isOf(tx, organizationId, standInId))) return no('unknown_stand_in')
    const rows = await tx.officerAbsence.findMany({
      where: { userId, canceledAt: null, lastDay: { gte: utcMidnightOf(firstDay) } },
    })
    const others = rows.map((row) => ({
      firstDay: localDateOfUtcMidnight(row.firstDay),
      lastDay: localDateOfUtcMidnight(row.lastDay),
    }))
    const verdict = checkAbsence({ userId, standInId, firstDay, lastDay }, others, localDateOf(now))
    if (!verdict.ok) return verdict
    await tx.officerAbsence.create({
      data: {
        ...{
          organizationId,
          userId,
          standInId,
          reason,
          submissionKey: form,
          createdById: actor.userId,
          createdAt: now,
        },
        ...{ firstDay: utcMidnightOf(firstDay), lastDay: utcMidnightOf(lastDay) },
      },
    })
    return yes(null)
  })
}

/** Takes an absence back: it never counts. Taken back already, it stays so; 404 for one of another body. */
export async function cancelAbsence(actor: Actor, id: string, now = new Date()): Promise<void> {
  const organizationId = { in: bodiesOf(actor) }
  const { count } = await database().officerAbsence.updateMany({
    where: { id, organizationId, canceledAt: null },
    data: { canceledAt: now },
  })
  if (count > 0) return
  if ((await database().officerAbsence.count({ where: { id, organizationId } })) === 0) throw notFound()
}

/** The actor's body to which the person belongs as somebody who answers. */
async function findBody(tx: Tx, actor: Actor, userId: string): Promise<string | null> {
  const member = await tx.member.findFirst({
    where: { userId, role: { in: answeringRoles }, organizationId: { in: bodiesOf(actor) } },
    select: { organizationId: true },
  })
  return member?.organizationId ?? null
}

async function isOf(tx: Tx, organizationId: string, userId: string): Promise<boolean> {
  return (await tx.member.count({ where: { organizationId, userId, role: { in: answeringRoles } } })) > 0
}

function bodiesOf(actor: Actor): string[] {
  return membershipsFor(actor, 'inquiry.assign').map(({ organizationId }) => organizationId)
}
