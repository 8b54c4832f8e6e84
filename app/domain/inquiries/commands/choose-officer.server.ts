import { localDateOf } from '#app/domain/kernel/local-date'
import type { Language } from '#app/domain/kernel/localized'
import { chooseAtDesk } from '#app/domain/routing/rules'
import type { Tx } from '#app/platform/db/client.server'
import { isLanguage } from '#app/platform/i18n/language'
import { readAbsent } from '../absences/present.server'

type Case = { organizationId: string; language: Language; sectorKey: string | null }

/**
 * The officer of the body who gets the next case: of the desk of its sector, else of the whole body; null when it stays
 * on the desk for its head.
 */
export async function chooseOfficer(
  tx: Tx,
  { organizationId, language, sectorKey }: Case,
  now = new Date(),
): Promise<string | null> {
  const members = await tx.member.findMany({
    where: { organizationId, role: 'spk_officer' },
    select: { user: { select: { id: true, banned: true, languages: true } } },
  })
  const userIds = members.map(({ user }) => user.id)
  const loads = await tx.inquiryPart.groupBy({
    by: ['assigneeId'],
    where: { assigneeId: { in: userIds }, closedAt: null },
    _count: { _all: true },
  })
  const latest = await tx.inquiryPart.groupBy({
    by: ['assigneeId'],
    where: { assigneeId: { in: userIds } },
    _max: { registeredAt: true, assignedAt: true },
  })
  const absent = await readAbsent(tx, userIds, localDateOf(now))
  const officers = members.map(({ user }) => ({
    userId: user.id,
    openCases: loads.find(({ assigneeId }) => assigneeId === user.id)?._count._all ?? 0,
    isPresent: user.banned !== true && !absent.has(user.id),
    languages: user.languages.filter((language) => isLanguage(language)),
    lastAssignedAt: lastOf(latest.find(({ assigneeId }) => assigneeId === user.id)?._max),
  }))
  const desk = await tx.sectorOfficer.findMany({ where: { organizationId, sectorKey: sectorKey ?? '' } })
  const verdict = chooseAtDesk(officers, new Set(desk.map(({ userId }) => userId)), language)
  return verdict.ok ? verdict.value : null
}

function lastOf(latest?: { registeredAt: Date | null; assignedAt: Date | null }): Date | null {
  return latest?.assignedAt ?? latest?.registeredAt ?? null
}
