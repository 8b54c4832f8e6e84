import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { localDateOfUtcMidnight, type LocalDate } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { listRegions } from '#app/domain/towns/queries.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { applyChange, assignFrom, type AssignmentCode, type KeptAssignment } from '../assignments'
import type { Body, ServiceAssignment } from '../model'
import type { RegionLine, RegionPlan, ShiftPreview } from '../plan'
import { bodySelect, findBody, listAssignments, readBody } from '../queries.server'
import { readRegionRows } from '../read-rows.server'
import type { AssignInput } from '../schema'
import { compareTimelines, gapsFrom, stretchesFrom, timelineOf } from '../timeline'

type Bodies = ReadonlyMap<string, Body>

/** Every region with who answers for it today and who will next, by name; 404 for those who may not read plans. */
export async function listRegionLines(actor: Actor, today: LocalDate): Promise<RegionLine[]> {
  const [bodies, regions, cases] = await Promise.all([readBodies(actor), listRegions(), countOpenCases()])
  return Promise.all(
    regions.map(async ({ key, name }) => {
      const stretches = stretchesFrom(await readTimeline(key, bodies), today)
      const [now, next] = stretches
      return {
        ...{ key, name },
        body: bodyOf(bodies, now?.bodyId),
        reason: now?.reason ?? 'platform_desk',
        next: next?.from ? { day: next.from, body: bodyOf(bodies, next.bodyId), reason: next.reason } : null,
        openCases: cases.get(key) ?? 0,
      }
    }),
  )
}

/** Who answers for a region, with the rows that can be changed; 404 for an unknown one. */
export async function readRegionPlan(actor: Actor, key: string, today: LocalDate): Promise<RegionPlan> {
  const [bodies, regions, cases] = await Promise.all([readBodies(actor), listRegions(), countOpenCases()])
  const region = regions.find((one) => one.key === key)
  if (region === undefined) throw notFound()
  const rows = await database().serviceAssignment.findMany({
    where: { regionKey: key, organization: { kind: { not: 'akimat' } } },
    orderBy: { validFrom: { sort: 'asc', nulls: 'first' } },
  })
  const toDay = (date: Date | null) => date && localDateOfUtcMidnight(date)
  return {
    ...{ key, name: region.name },
    stretches: stretchesFrom(await readTimeline(key, bodies), today).map(({ bodyId, ...stretch }) => ({
      ...stretch,
      body: bodyOf(bodies, bodyId),
    })),
    rows: rows.map(({ id, organizationId, validFrom, validUntil, source }) => ({
      ...{ id, source, from: toDay(validFrom), until: toDay(validUntil) },
      body: bodyOf(bodies, organizationId),
      isPlanned: validFrom !== null && localDateOfUtcMidnight(validFrom) > today,
    })),
    sites: await countSites(key),
    openCases: cases.get(key) ?? 0,
  }
}

/** What the change would mean, by the same rules that carry it out; nothing is saved. */
export async function previewRegion(
  actor: Actor,
  key: string,
  input: AssignInput,
  today: LocalDate,
): Promise<Verdict<ShiftPreview, AssignmentCode | 'unknown_body'>> {
  const bodies = await readBodies(actor)
  const body = await findBody(actor, input.body)
  if (body === null || body.kind === 'akimat') return no('unknown_body')
  const rows = await readRegionRows(database(), key)
  const verdict = assignFrom(rows, { bodyId: body.id, from: input.from, until: input.until }, today)
  if (!verdict.ok) return verdict
  const before = await readTimeline(key, bodies)
  const after = await readTimeline(key, bodies, applyChange(rows, verdict.value))
  const cases = await countOpenCases()
  return yes({
    shifts: compareTimelines(before, after, today).map(({ from, until, ...shift }) => ({
      ...{ from, until },
      before: bodyOf(bodies, shift.before),
      after: bodyOf(bodies, shift.after),
    })),
    gaps: gapsFrom(after, today).map(({ from, until, bodyId }) => ({ from, until, body: bodyOf(bodies, bodyId) })),
    sites: await countSites(key),
    openCases: cases.get(key) ?? 0,
  })
}

async function readBodies(actor: Actor): Promise<Bodies> {
  if (!mayAny(actor, 'responsibility.read')) throw notFound()
  const rows = await database().organization.findMany({
    where: { kind: { in: ['spk', 'akimat', 'platform'] } },
    select: bodySelect,
  })
  return new Map(rows.map((row) => [row.id, readBody(row)]))
}

/** The stretches of a region; `changed` stands in for the rows of its SPKs. */
async function readTimeline(regionKey: string, bodies: Bodies, changed?: readonly KeptAssignment[]) {
  const kept = await listAssignments(database(), regionKey)
  const assignments: ServiceAssignment[] = changed
    ? [
        ...kept.filter(({ kind }) => kind === 'akimat'),
        ...changed.map(({ bodyId, from, until }) => ({ bodyId, from, until, regionKey, kind: 'spk' as const })),
      ]
    : kept
  const platformBodyId = [...bodies.values()].find(({ kind }) => kind === 'platform')?.id ?? ''
  return timelineOf({ site: {}, regionKey, assignments, platformBodyId })
}

function bodyOf(bodies: Bodies, id: string | undefined): Body {
  const body = id === undefined ? undefined : bodies.get(id)
  return body ?? { id: '', slug: '', kind: 'platform', name: { kk: '', ru: '', en: '' } }
}

function countSites(regionKey: string): Promise<number> {
  return database().site.count({ where: { town: { regionKey }, publishedVersionId: { not: null }, endedAt: null } })
}

/** Open parts of inquiries by the region of their sites; a part about two regions counts in both. */
async function countOpenCases(): Promise<Map<string, number>> {
  const rows = await database().$queryRaw<{ region: string; open: bigint }[]>`
    SELECT town."regionKey" AS region, count(DISTINCT part."id") AS open
    FROM "InquiryPart" part
    JOIN "InquirySite" link ON link."partId" = part."id"
    JOIN "Site" site ON site."id" = link."siteId"
    JOIN "Town" town ON town."key" = site."townKey"
    WHERE part."closedAt" IS NULL
    GROUP BY town."regionKey"`
  return new Map(rows.map(({ region, open }) => [region, Number(open)]))
}
