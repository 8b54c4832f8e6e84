import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { localDateOf, localDateOfUtcMidnight, utcMidnightOf, type LocalDate } from '#app/domain/kernel/local-date'
import { no, yes, type No, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { assignFrom, isDays, takeBack, type AssignmentCode } from '../assignments'
import type { Body } from '../model'
import { findBody } from '../queries.server'
import { keptOf, readRegionRows, writeRegionChange } from '../read-rows.server'
import type { ReorganizeInput } from '../schema'

type HandoverCode = AssignmentCode | 'site_planned'

/**
 * `ends_anyway`: a reorganisation of that body is planned already. `site_planned`: it is to answer for the site
 * `params.number` from a later day, `params.day`.
 */
export type ReorganizeCode = HandoverCode | 'unknown_body' | 'unknown_successor' | 'ends_anyway'

type Successor = Extract<ReorganizeInput, { kind: 'successor' }>

/**
 * Plans that a body ends on a day and another one takes over its regions and open cases, or that it gets another name.
 * The regions change hands in the register at once, dated; names, people and cases follow on the day.
 */
export async function planReorganization(
  actor: Actor,
  input: ReorganizeInput,
  now = new Date(),
): Promise<Verdict<{ id: string }, ReorganizeCode>> {
  requireEditing(actor)
  const today = localDateOf(now)
  if (input.day < today) return no('past')
  return inTransaction(database(), async (tx) => {
    // One plan at a time: two could give a region to two bodies.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('reorganizations', 0))::text`
    const body = await findBody(actor, input.body, tx)
    if (body === null || body.kind !== 'spk') return no('unknown_body')
    const open = { organizationId: body.id, canceledAt: null, appliedAt: null, successorId: { not: null } }
    if ((await tx.reorganization.count({ where: open })) > 0) return no('ends_anyway')
    const common = {
      ...{ organizationId: body.id, day: utcMidnightOf(input.day), source: input.source },
      createdById: actor.kind === 'person' ? actor.userId : null,
    }
    if (input.kind === 'rename') {
      const names = { nameKk: input.name_kk, nameRu: input.name_ru, nameEn: input.name_en }
      return yes(await tx.reorganization.create({ data: { ...common, ...names }, select: { id: true } }))
    }
    const successor = await findBody(actor, input.successor, tx)
    if (successor === null || successor.kind !== 'spk' || successor.id === body.id) return no('unknown_successor')
    const data = { ...common, successorId: successor.id, movesPeople: input.people }
    const plan = await tx.reorganization.create({ data, select: { id: true } })
    const refused = await handRegionsOver(tx, { body, successor, input, id: plan.id }, today)
    // The plan is written before its rows, so a refusal must undo it.
    if (refused !== null) throw new Refused(refused)
    return yes(plan)
  }).catch((error: unknown) => {
    if (error instanceof Refused) return error.verdict
    throw error
  })
}

class Refused extends Error {
  constructor(readonly verdict: No<HandoverCode>) {
    super(verdict.code)
  }
}

type Handover = { body: Body; successor: Body; input: Successor; id: string }

async function handRegionsOver(
  tx: Tx,
  { body, successor, input, id }: Handover,
  today: LocalDate,
): Promise<No<HandoverCode> | null> {
  const served = await tx.serviceAssignment.findMany({ where: { organizationId: body.id }, distinct: ['regionKey'] })
  for (const { regionKey } of served) {
    await tx.$queryRaw`SELECT "key" FROM "Region" WHERE "key" = ${regionKey} FOR UPDATE`
    const rows = await readRegionRows(tx, regionKey)
    const own = rows.filter((row) => row.bodyId === body.id && isDays(row) && (row.until ?? '9999') > input.day)
    for (const row of own) {
      const from = row.from === null || row.from < input.day ? input.day : row.from
      if (from !== input.day) return no('overlap', { day: from })
      const verdict = assignFrom(rows, { bodyId: successor.id, from, until: row.until }, today)
      if (!verdict.ok) return verdict
      await writeRegionChange(tx, regionKey, verdict.value, { source: input.source, reorganizationId: id })
    }
  }
  await tx.$queryRaw`
    SELECT "id" FROM "Site" WHERE "id" IN (SELECT "siteId" FROM "SiteAssignment" WHERE "organizationId" = ${body.id}::uuid)
    ORDER BY "id" FOR UPDATE`
  const ofSites = await tx.siteAssignment.findMany({
    where: { organizationId: body.id, OR: [{ validUntil: null }, { validUntil: { gt: utcMidnightOf(input.day) } }] },
    include: { site: { select: { number: true } } },
  })
  for (const row of ofSites) {
    const kept = keptOf(row)
    if (!isDays(kept)) continue
    if (kept.from !== null && kept.from > input.day) {
      return no('site_planned', { day: kept.from, number: row.site.number })
    }
    await tx.siteAssignment.update({ where: { id: row.id }, data: { validUntil: utcMidnightOf(input.day) } })
    const { siteId, validUntil } = row
    const period = { validFrom: utcMidnightOf(input.day), validUntil }
    await tx.siteAssignment.create({
      data: { siteId, organizationId: successor.id, ...period, source: input.source },
    })
  }
  return null
}

/** Takes a plan back before its day: the regions stay with the body. Says `past` when it has been carried out. */
export async function cancelReorganization(
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<Verdict<'saved', 'past'>> {
  requireEditing(actor)
  return inTransaction(database(), async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Reorganization" WHERE "id" = ${id}::uuid FOR UPDATE`
    const plan = await tx.reorganization.findUnique({ where: { id }, include: { assignments: true } })
    if (plan === null) throw notFound()
    if (plan.canceledAt !== null) return yes('saved')
    const today = localDateOf(now)
    if (plan.appliedAt !== null || localDateOfUtcMidnight(plan.day) <= today) return no('past')
    for (const { id: rowId, regionKey } of plan.assignments) {
      const rows = await readRegionRows(tx, regionKey)
      const row = rows.find((one) => one.id === rowId)
      const verdict = row && takeBack(rows, row, today)
      if (verdict?.ok) await writeRegionChange(tx, regionKey, verdict.value, { source: '' })
    }
    if (plan.successorId !== null) await giveSitesBack(tx, plan)
    await tx.reorganization.update({ where: { id }, data: { canceledAt: now } })
    return yes('saved')
  })
}

async function giveSitesBack(tx: Tx, plan: { organizationId: string; successorId: string | null; day: Date }) {
  const given = { organizationId: plan.successorId ?? '', validFrom: plan.day }
  for (const row of await tx.siteAssignment.findMany({ where: given })) {
    const cut = { siteId: row.siteId, organizationId: plan.organizationId, validUntil: plan.day }
    const { count } = await tx.siteAssignment.updateMany({ where: cut, data: { validUntil: row.validUntil } })
    if (count > 0) await tx.siteAssignment.delete({ where: { id: row.id } })
  }
}

function requireEditing(actor: Actor): void {
  if (!mayAny(actor, 'responsibility.edit')) throw notFound()
}
