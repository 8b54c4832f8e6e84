import type { MemberRole } from '#app/domain/accounts/model'
import { permissions, type Action } from '#app/domain/accounts/policy'
import { notBanned } from '#app/domain/accounts/visible-to.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { queueNotice } from '#app/domain/notices/outbox.server'
import type { Tx } from '#app/platform/db/client.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { isLanguage } from '#app/platform/i18n/language'
import { readAbsent } from '../absences/present.server'
import { onceKey, type TermPoint } from '../clock/points'
import type { LockedPart } from './event-log.server'
import { nameOf } from './notices.server'

type Recipient = { id: string; name: string; email: string; locale: string | null }

const recipientSelect = { id: true, name: true, email: true, locale: true } as const

/** Tells those concerned of a point of a term; one letter a person and point. */
export async function tellOfTerm(tx: Tx, part: LockedPart, point: TermPoint, now: Date): Promise<void> {
  const number = part.inquiry.number ?? ''
  for (const user of await recipientsOf(tx, part, point, now)) {
    const locale = isLanguage(user.locale) ? user.locale : 'kk'
    await queueNotice(tx, {
      template: 'case_term',
      locale,
      to: user.email,
      dedupeKey: `case_term:${part.id}:${onceKey(point.kind, point)}:${user.id}`,
      data: {
        ...{ name: user.name, number, title: part.inquiry.title, body: nameOf(part.organization) },
        ...{ step: point.kind, clock: point.clock, dueOn: point.due },
        link:
          point.kind === 'akimat'
            ? `/${locale}/akimat/inquiries`
            : `/${locale}/spk/inquiries/${number}/${part.sequence}`,
      },
    })
  }
}

/**
 * The officer of the case for a warning, with the head for a breach; then the head of the region's akimat, then the
 * platform. Where nobody is to be told on a step, the body's heads are, or else all its people.
 */
async function recipientsOf(tx: Tx, part: LockedPart, { kind }: TermPoint, now: Date): Promise<Recipient[]> {
  if (kind === 'platform') return findPlatform(tx, now)
  if (kind === 'akimat') return findRegionHeads(tx, part, now)
  const officer = await findOfficer(tx, part, now)
  if (kind === 'warned' && officer.length > 0) return officer
  const heads = await findMembers(tx, part, 'inquiry.assign', now)
  const told = [...officer, ...heads]
  return told.length > 0 ? told : findMembers(tx, part, 'inquiry.answer', now)
}

/** The assignee; while absent, the stand-in. */
async function findOfficer(tx: Tx, part: LockedPart, now: Date): Promise<Recipient[]> {
  if (part.assigneeId === null) return []
  const absent = await readAbsent(tx, [part.assigneeId], localDateOf(now))
  const id = absent.has(part.assigneeId) ? absent.get(part.assigneeId) : part.assigneeId
  if (!id) return []
  const members = { some: { organizationId: part.organizationId } }
  return tx.user.findMany({ where: { AND: [{ id, members }, notBanned(now)] }, select: recipientSelect })
}

async function findMembers(tx: Tx, part: LockedPart, action: Action, now: Date): Promise<Recipient[]> {
  const granted: Partial<Record<string, unknown>> = permissions[action]
  const some = { organizationId: part.organizationId, role: { in: Object.keys(granted) as MemberRole[] } }
  const assignee = part.assigneeId === null ? {} : { id: { not: part.assigneeId } }
  return findUsers(tx, { AND: [{ members: { some } }, assignee] }, now)
}

async function findRegionHeads(tx: Tx, part: LockedPart, now: Date): Promise<Recipient[]> {
  const sites = await tx.inquirySite.findMany({
    where: { partId: part.id },
    select: { site: { select: { town: { select: { regionKey: true } } } } },
  })
  const regions = [...new Set(sites.map(({ site }) => site.town.regionKey))]
  const organization = { kind: 'akimat', townKey: null, regionKey: { in: regions } }
  return findUsers(tx, { members: { some: { role: 'akimat_head', organization } } }, now)
}

/** The people of the platform's desk, or its administrators. */
async function findPlatform(tx: Tx, now: Date): Promise<Recipient[]> {
  const desk = await findUsers(tx, { members: { some: { organization: { kind: 'platform' } } } }, now)
  return desk.length > 0 ? desk : findUsers(tx, { role: 'admin' }, now)
}

function findUsers(tx: Tx, where: Prisma.UserWhereInput, now: Date): Promise<Recipient[]> {
  return tx.user.findMany({ where: { AND: [where, notBanned(now)] }, select: recipientSelect, orderBy: { id: 'asc' } })
}
