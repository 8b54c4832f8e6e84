import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { localDateOfUtcMidnight, type LocalDate } from '#app/domain/kernel/local-date'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { Body } from '../model'
import type { OwnSiteLine, PlannedReorganization } from '../plan'
import { answeringBodies, bodySelect, findBody, readBody } from '../queries.server'

/** Bodies that can answer, by name, as the administration chooses among them; without akimats where only SPKs may stand. */
export async function listChoosable(actor: Actor, kinds: readonly Body['kind'][]): Promise<Body[]> {
  requireReading(actor)
  const rows = await database().organization.findMany({
    where: { AND: [answeringBodies, { kind: { in: [...kinds] } }] },
    select: bodySelect,
    orderBy: { nameRu: 'asc' },
  })
  return rows.map(readBody)
}

/** Reorganisations that are planned or were carried out, the next one first. */
export async function listReorganizations(actor: Actor): Promise<PlannedReorganization[]> {
  requireReading(actor)
  const rows = await database().reorganization.findMany({
    where: { canceledAt: null },
    include: {
      organization: { select: { ...bodySelect, _count: { select: { parts: { where: { closedAt: null } } } } } },
      successor: { select: bodySelect },
    },
    orderBy: [{ day: 'desc' }, { createdAt: 'desc' }],
    take: 50,
  })
  return rows.map((row) => ({
    id: row.id,
    day: localDateOfUtcMidnight(row.day),
    body: readBody(row.organization),
    successor: row.successor && readBody(row.successor),
    newName:
      row.nameKk === null ? null : { kk: row.nameKk, ru: row.nameRu ?? row.nameKk, en: row.nameEn ?? row.nameKk },
    movesPeople: row.movesPeople,
    source: row.source,
    isApplied: row.appliedAt !== null,
    openCases: row.organization._count.parts,
  }))
}

/** Sites with a body of their own, by number. */
export async function listOwnSites(actor: Actor, today: LocalDate): Promise<OwnSiteLine[]> {
  requireReading(actor)
  const rows = await database().siteAssignment.findMany({
    include: { site: { select: { number: true } }, organization: { select: bodySelect } },
    orderBy: [{ site: { number: 'asc' } }, { validFrom: { sort: 'asc', nulls: 'first' } }],
  })
  return rows.map(({ id, site, organization, validFrom, validUntil, source }) => {
    const from = validFrom && localDateOfUtcMidnight(validFrom)
    const until = validUntil && localDateOfUtcMidnight(validUntil)
    return {
      ...{ id, number: site.number, body: readBody(organization), source, from, until },
      isPlanned: from !== null && from > today,
      isOver: until !== null && until <= today,
    }
  })
}

export type DeskOfficer = { userId: string; name: string; sectors: string[] }

/** The officers of a body with the sectors that each takes; 404 for an unknown body. */
export async function readDesks(actor: Actor, slug: string): Promise<{ body: Body; officers: DeskOfficer[] }> {
  requireReading(actor)
  const body = await findBody(actor, slug)
  if (body === null) throw notFound()
  const [members, desks] = await Promise.all([
    database().member.findMany({
      where: { organizationId: body.id, role: 'spk_officer' },
      select: { user: { select: { id: true, name: true } } },
      orderBy: { user: { name: 'asc' } },
    }),
    database().sectorOfficer.findMany({ where: { organizationId: body.id } }),
  ])
  const officers = members.map(({ user }) => ({
    userId: user.id,
    name: user.name,
    sectors: desks.filter(({ userId }) => userId === user.id).map(({ sectorKey }) => sectorKey),
  }))
  return { body, officers }
}

/** The desk where everything lands that no rule covers: its people and its open cases. */
export async function readPlatformDesk(actor: Actor): Promise<{ slug: string; people: number; openCases: number }> {
  requireReading(actor)
  const desk = await database().organization.findFirstOrThrow({
    where: { kind: 'platform' },
    select: { slug: true, _count: { select: { members: true, parts: { where: { closedAt: null } } } } },
  })
  return { slug: desk.slug, people: desk._count.members, openCases: desk._count.parts }
}

function requireReading(actor: Actor): void {
  if (!mayAny(actor, 'responsibility.read')) throw notFound()
}
