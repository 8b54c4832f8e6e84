import type { Actor, MemberRole } from '#app/domain/accounts/model'
import { membershipsFor, permissions, type Action } from '#app/domain/accounts/policy'
import { notBanned } from '#app/domain/accounts/visible-to.server'
import { localDateOf, localDateOfUtcMidnight, utcMidnightOf } from '#app/domain/kernel/local-date'
import { database } from '#app/platform/db/database.server'
import { isLanguage } from '#app/platform/i18n/language'
import type { Colleague } from '../model'

const answeringRoles = Object.keys(permissions['inquiry.answer']) as MemberRole[]

/**
 * The people of the actor's bodies who may answer, officers before heads, by name. With `action`: only of the bodies in
 * which the actor has that right.
 */
export async function listColleagues(
  actor: Actor,
  action: Action = 'inquiry.answer',
  now = new Date(),
): Promise<Colleague[]> {
  const organizationIds = membershipsFor(actor, action).map(({ organizationId }) => organizationId)
  const today = utcMidnightOf(localDateOf(now))
  const members = await database().member.findMany({
    where: { organizationId: { in: organizationIds }, role: { in: answeringRoles }, user: notBanned(now) },
    select: {
      role: true,
      user: {
        select: {
          ...{ id: true, name: true, languages: true },
          absences: {
            where: { canceledAt: null, firstDay: { lte: today }, lastDay: { gte: today } },
            select: { lastDay: true, standInId: true },
            orderBy: { lastDay: 'desc' },
            take: 1,
          },
        },
      },
    },
    orderBy: [{ role: 'desc' }, { user: { name: 'asc' } }],
  })
  return members.map(({ role, user }) => ({
    userId: user.id,
    name: user.name,
    isHead: role === 'spk_head',
    isMe: actor.kind === 'person' && actor.userId === user.id,
    languages: user.languages.filter((language) => isLanguage(language)),
    absentUntil: user.absences[0] ? localDateOfUtcMidnight(user.absences[0].lastDay) : null,
    standInId: user.absences[0]?.standInId ?? null,
  }))
}
