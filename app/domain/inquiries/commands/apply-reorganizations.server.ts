import { localDateOf, utcMidnightOf } from '#app/domain/kernel/local-date'
import { inTransaction, type Db } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Organization, Reorganization } from '#app/platform/db/generated/client'
import { scheduleJob, sendJob, work } from '#app/platform/jobs/jobs.server'
import { readClockContext } from '../clock-context.server'
import type { ClockContext } from '../clock/model'
import { chooseOfficer } from './choose-officer.server'
import { appendEvent, languageOf, lockPart } from './event-log.server'
import { nameOf, readSiteNames, tellInvestor, tellOfficers } from './notices.server'

const job = 'apply-reorganizations'

/** Lets this process carry out what was planned: shortly after midnight, and now for what was missed. */
export async function startReorganizing(): Promise<void> {
  await work(job, () => applyReorganizations(database(), new Date()))
  await scheduleJob(job, '5 0 * * *', {})
  await sendJob(database(), job, {})
}

/**
 * Carries out the reorganisations whose day has come: new names; people who work for the successor; open cases, which
 * go on with it on the terms they have. Each case moves in its own transaction, so that a run which was cut short is
 * taken up by the next one and no case moves twice.
 */
export async function applyReorganizations(db: Db, now: Date): Promise<void> {
  const plans = await db.reorganization.findMany({
    where: {
      ...{ canceledAt: null, day: { lte: utcMidnightOf(localDateOf(now)) } },
      // A closed case that is opened again lies with the body that ended, until the next night.
      OR: [{ appliedAt: null }, { successorId: { not: null }, organization: { parts: { some: { closedAt: null } } } }],
    },
    include: { organization: true, successor: true },
    orderBy: [{ day: 'asc' }, { createdAt: 'asc' }],
  })
  const context = await readClockContext()
  for (const plan of plans) {
    if (plan.successor === null) await rename(db, plan, now)
    else await succeed(db, { ...plan, successor: plan.successor }, now, context)
  }
}

async function rename(db: Db, plan: Reorganization, now: Date): Promise<void> {
  const { nameKk, nameRu, nameEn } = plan
  if (nameKk === null || nameRu === null || nameEn === null) throw new Error(`No names in the plan ${plan.id}`)
  await inTransaction(db, async (tx) => {
    await tx.organization.update({ where: { id: plan.organizationId }, data: { nameKk, nameRu, nameEn, name: nameRu } })
    await tx.reorganization.update({ where: { id: plan.id }, data: { appliedAt: now } })
  })
}

type Succession = Reorganization & { organization: Organization; successor: Organization }

async function succeed(db: Db, plan: Succession, now: Date, context: ClockContext): Promise<void> {
  if (plan.movesPeople && plan.appliedAt === null) {
    const members = await db.member.findMany({ where: { organizationId: plan.organizationId } })
    await db.member.createMany({
      data: members.map(({ userId, role }) => ({ userId, role, organizationId: plan.successor.id })),
      skipDuplicates: true,
    })
  }
  const open = { organizationId: plan.organizationId, closedAt: null }
  for (const { id } of await db.inquiryPart.findMany({ where: open, select: { id: true } })) {
    await movePart(db, plan, id, now, context)
  }
  await db.reorganization.updateMany({ where: { id: plan.id, appliedAt: null }, data: { appliedAt: now } })
}

async function movePart(db: Db, plan: Succession, id: string, now: Date, context: ClockContext): Promise<void> {
  const { successor } = plan
  await inTransaction(db, async (tx) => {
    const part = await lockPart(tx, { id })
    if (part.organizationId !== plan.organizationId || part.closedAt !== null) return
    const notes = { body: nameOf(successor) }
    const entry = { type: 'succeeded', side: 'system', data: { bodyId: successor.id }, notes } as const
    await appendEvent(tx, part, entry, now, context)
    const stays =
      part.assigneeId !== null &&
      (await tx.member.count({ where: { organizationId: successor.id, userId: part.assigneeId } })) > 0
    const language = languageOf(part.inquiry)
    await tx.inquiryPart.update({
      where: { id },
      data: {
        organizationId: successor.id,
        assigneeId: stays
          ? part.assigneeId
          : await chooseOfficer(tx, { organizationId: successor.id, language, sectorKey: part.inquiry.sectorKey }),
        routingReason: 'succeeded',
        routingFacts: { from: nameOf(plan.organization), source: plan.source, day: localDateOf(now) },
      },
    })
    const moved = await lockPart(tx, { id })
    await tellInvestor(tx, moved, 'succeeded', now, context)
    const sites = await readSiteNames(tx, id)
    await tellOfficers(tx, { part: moved, inquiry: moved.inquiry, sites, events: moved.events }, now, context)
  })
}
