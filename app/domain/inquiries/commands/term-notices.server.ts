import type { MemberRole } from '#app/domain/accounts/model'
import { permissions, type Action } from '#app/domain/accounts/policy'
import { notBanned } from '#app/domain/accounts/visible-to.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { tell } from '#app/domain/notices/tell.server'
import type { Tx } from '#app/platform/db/client.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { pathIn } from '#app/platform/i18n/language'
import { readAbsent } from '../absences/present.server'
import { onceKey, type TermPoint } from '../clock/points'
import { caseOf } from './circle.server'
import type { LockedPart } from './event-log.server'
import { nameOf } from './notices.server'

/** Tells those concerned of a point of a term, once; `part` holds its event already. */
export async function tellOfTerm(tx: Tx, part: LockedPart, point: TermPoint, now: Date): Promise<void> {
  const { title } = part.inquiry
  const number = part.inquiry.number ?? ''
  const body = nameOf(part.organization)
  const { about, path: desk } = caseOf(number, part.sequence)
  const path = point.kind === 'akimat' ? '/akimat/inquiries' : desk
  const readers = await readersOf(tx, part, point, now)
  const isEscalated = point.kind === 'akimat' || point.kind === 'platform'
  await tell(tx, {
    event: isEscalated ? 'case_escalated' : point.kind === 'warned' ? 'term_warning' : 'term_breached',
    circle: isEscalated ? { named: readers } : { assignee: readers },
    ...{ about, path, now },
    dedupeKey: `case_term:${part.id}:${onceKey(point.kind, point)}`,
    facts: { number, title, body, day: point.due },
    letter: ({ name, locale }) => ({
      template: 'case_term',
      data: {
        ...{ name, number, title, body, step: point.kind, clock: point.clock, dueOn: point.due },
        link: pathIn(locale, path),
      },
    }),
  })
}

/**
 * The officer of the case for a warning, with the head for a breach; then the head of the region's akimat, then the
 * platform. Where nobody is to be told on a step, the body's heads are, or else all its people.
 */
async function readersOf(tx: Tx, part: LockedPart, { kind }: TermPoint, now: Date): Promise<string[]> {
  if (kind === 'platform') return findPlatform(tx, now)
  if (kind === 'akimat') return findRegionHeads(tx, part, now)
  const officer = await findOfficer(tx, part, now)
  if (kind === 'warned' && officer.length > 0) return officer
  const heads = await findMembers(tx, part, 'inquiry.assign', now)
  const told = [...officer, ...heads]
  return told.length > 0 ? told : findMembers(tx, part, 'inquiry.answer', now)
}

/** The assignee; while absent, the stand-in. */
async function findOfficer(tx: Tx, part: LockedPart, now: Date): Promise<string[]> {
  if (part.assigneeId === null) return []
  const absent = await readAbsent(tx, [part.assigneeId], localDateOf(now))
  const id = absent.has(part.assigneeId) ? absent.get(part.assigneeId) : part.assigneeId
  if (!id) return []
  const members = { some: { organizationId: part.organizationId } }
  return findUsers(tx, { id, members }, now)
}

async function findMembers(tx: Tx, part: LockedPart, action: Action, now: Date): Promise<string[]> {
  const granted: Partial<Record<string, unknown>> = permissions[action]
  const some = { organizationId: part.organizationId, role: { in: Object.keys(granted) as MemberRole[] } }
  const assignee = part.assigneeId === null ? {} : { id: { not: part.assigneeId } }
  return findUsers(tx, { AND: [{ members: { some } }, assignee] }, now)
}

async function findRegionHeads(tx: Tx, part: LockedPart, now: Date): Promise<string[]> {
  const sites = await tx.inquirySite.findMany({
    where: { partId: part.id },
    select: { site: { select: { town: { select: { regionKey: true } } } } },
  })
  const regions = [...new Set(sites.map(({ site }) => site.town.regionKey))]
  const organization = { kind: 'akimat', townKey: null, regionKey: { in: regions } }
  return findUsers(tx, { members: { some: { role: 'akimat_head', organization } } }, now)
}

/** The people of the platform's desk, or its administrators. */
async function findPlatform(tx: Tx, now: Date): Promise<string[]> {
  const desk = await findUsers(tx, { members: { some: { organization: { kind: 'platform' } } } }, now)
  return desk.length > 0 ? desk : findUsers(tx, { role: 'admin' }, now)
}

async function findUsers(tx: Tx, where: Prisma.UserWhereInput, now: Date): Promise<string[]> {
  const users = await tx.user.findMany({
    where: { AND: [where, notBanned(now)] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return users.map(({ id }) => id)
}
