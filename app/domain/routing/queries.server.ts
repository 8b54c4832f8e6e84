import type { Actor, MemberRole } from '#app/domain/accounts/model'
import { permissions } from '#app/domain/accounts/policy'
import { localDateOfUtcMidnight, utcMidnightOf, type LocalDate } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import type { Db, Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import type { Body, RoutedBody, ServiceAssignment } from './model'
import { chooseBody } from './rules'

/** Roles whose people can answer for a body: without one of them an akimat would be a desk where nobody sits. */
const answeringRoles = Object.keys(permissions['inquiry.answer']) as MemberRole[]

/** A site by its number, with the region of its town. */
export type Place = { number: string | null; regionKey: string }

/** The body that answers for a site on that day, with the reason and its facts. Who answers is public. */
export async function decideBody(
  _actor: Actor,
  { number, regionKey }: Place,
  day: LocalDate,
  db: Db | Tx = database(),
): Promise<RoutedBody> {
  const platform = await db.organization.findFirstOrThrow({ where: { kind: 'platform' }, select: { id: true } })
  const assignments = await listAssignments(db, regionKey)
  const { bodyId, reason, params } = chooseBody({
    site: { override: number === null ? null : await readOverride(db, number, day) },
    regionKey,
    day,
    assignments,
    platformBodyId: platform.id,
  })
  const body = await db.organization.findUniqueOrThrow({ where: { id: bodyId }, select: bodySelect })
  const region = await db.region.findUnique({ where: { key: regionKey } })
  const regionName = region === null ? { kk: regionKey, ru: regionKey, en: regionKey } : nameOf(region)
  return { body: readBody(body), reason, facts: { ...params, regionName } }
}

/** Bodies that a case can be handed to, by name: all that serve somebody and the platform's desk, without `exceptId`. */
export async function listBodies(_actor: Actor, exceptId: string): Promise<Body[]> {
  const rows = await database().organization.findMany({
    where: { id: { not: exceptId }, ...answeringBodies },
    select: bodySelect,
    orderBy: { nameRu: 'asc' },
  })
  return rows.map(readBody)
}

/** A body by its slug, when a case can be handed to it; null otherwise. */
export async function findBody(_actor: Actor, slug: string, db: Db | Tx = database()): Promise<Body | null> {
  const row = await db.organization.findFirst({ where: { slug, ...answeringBodies }, select: bodySelect })
  return row && readBody(row)
}

/** Who takes cases: a body that another one has succeeded takes none any more. */
export const answeringBodies: Prisma.OrganizationWhereInput = {
  reorganizations: { none: { successorId: { not: null }, appliedAt: { not: null } } },
  OR: [{ kind: 'spk' }, { kind: 'platform' }, { kind: 'akimat', members: { some: { role: { in: answeringRoles } } } }],
}

export const bodySelect = { id: true, slug: true, kind: true, nameKk: true, nameRu: true, nameEn: true } as const

/** The site's own body on that day. */
async function readOverride(db: Db | Tx, number: string, day: LocalDate) {
  const on = utcMidnightOf(day)
  const row = await db.siteAssignment.findFirst({
    where: {
      site: { number },
      AND: [
        { OR: [{ validFrom: null }, { validFrom: { lte: on } }] },
        { OR: [{ validUntil: null }, { validUntil: { gt: on } }] },
      ],
    },
    orderBy: [{ validFrom: { sort: 'desc', nulls: 'last' } }, { organizationId: 'asc' }],
  })
  return row && { bodyId: row.organizationId, from: toDay(row.validFrom), until: toDay(row.validUntil) }
}

/** What decides about a region: its SPKs, and its akimat where somebody can answer. */
export async function listAssignments(db: Db | Tx, regionKey: string): Promise<ServiceAssignment[]> {
  const assigned = await db.serviceAssignment.findMany({
    where: { regionKey },
    include: { organization: { select: { kind: true } } },
  })
  const akimats = await db.organization.findMany({
    where: { kind: 'akimat', regionKey, townKey: null, members: { some: { role: { in: answeringRoles } } } },
    select: { id: true },
  })
  return [
    ...assigned.map(({ organizationId, organization, validFrom, validUntil }) => ({
      bodyId: organizationId,
      kind: organization.kind === 'akimat' ? ('akimat' as const) : ('spk' as const),
      regionKey,
      from: toDay(validFrom),
      until: toDay(validUntil),
    })),
    ...akimats.map(({ id }) => ({ bodyId: id, kind: 'akimat' as const, regionKey, from: null, until: null })),
  ]
}

function toDay(date: Date | null): LocalDate | null {
  return date && localDateOfUtcMidnight(date)
}

export function readBody(row: {
  id: string
  slug: string
  kind: string
  nameKk: string
  nameRu: string
  nameEn: string
}): Body {
  return { id: row.id, slug: row.slug, kind: row.kind as Body['kind'], name: nameOf(row) }
}

function nameOf(row: { nameKk: string; nameRu: string; nameEn: string }): Localized {
  return { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }
}
