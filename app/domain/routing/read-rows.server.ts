import { localDateOfUtcMidnight, utcMidnightOf, type LocalDate } from '#app/domain/kernel/local-date'
import type { Db, Tx } from '#app/platform/db/client.server'
import type { AssignmentChange, KeptAssignment } from './assignments'

/** SPKs of a region: the rows that the administration changes. The akimat stands in by rule and has no row. */
export async function readRegionRows(db: Db | Tx, regionKey: string): Promise<KeptAssignment[]> {
  const rows = await db.serviceAssignment.findMany({
    where: { regionKey, organization: { kind: { not: 'akimat' } } },
    orderBy: [{ validFrom: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  })
  return rows.map(keptOf)
}

/** Bodies of a site's own. */
export async function readSiteRows(db: Db | Tx, siteId: string): Promise<KeptAssignment[]> {
  return (await db.siteAssignment.findMany({ where: { siteId } })).map(keptOf)
}

/** Writes a change of a region's rows. */
export async function writeRegionChange(
  tx: Tx,
  regionKey: string,
  change: AssignmentChange,
  facts: { source: string; reorganizationId?: string },
): Promise<void> {
  await tx.serviceAssignment.deleteMany({ where: { id: { in: change.remove } } })
  for (const { id, until } of change.end) {
    await tx.serviceAssignment.update({ where: { id }, data: { validUntil: toColumn(until) } })
  }
  for (const { bodyId, from, until } of change.add) {
    const period = { validFrom: toColumn(from), validUntil: toColumn(until) }
    await tx.serviceAssignment.create({
      data: { organizationId: bodyId, regionKey, ...period, ...facts, confidence: 'high' },
    })
  }
}

/** Writes a change of a site's rows. */
export async function writeSiteChange(
  tx: Tx,
  siteId: string,
  change: AssignmentChange,
  facts: { source: string; createdById: string | null },
): Promise<void> {
  await tx.siteAssignment.deleteMany({ where: { id: { in: change.remove } } })
  for (const { id, until } of change.end) {
    await tx.siteAssignment.update({ where: { id }, data: { validUntil: toColumn(until) } })
  }
  for (const { bodyId, from, until } of change.add) {
    const period = { validFrom: toColumn(from), validUntil: toColumn(until) }
    await tx.siteAssignment.create({ data: { organizationId: bodyId, siteId, ...period, ...facts } })
  }
}

export function toColumn(day: LocalDate | null): Date | null {
  return day && utcMidnightOf(day)
}

type Row = { id: string; organizationId: string; validFrom: Date | null; validUntil: Date | null }

export function keptOf({ id, organizationId, validFrom, validUntil }: Row): KeptAssignment {
  const toDay = (date: Date | null) => date && localDateOfUtcMidnight(date)
  return { id, bodyId: organizationId, from: toDay(validFrom), until: toDay(validUntil) }
}
