import type { Actor } from '#app/domain/accounts/model'
import { localDateOf, localDateOfUtcMidnight } from '#app/domain/kernel/local-date'
import type { Page, PageRequest } from '#app/domain/kernel/page'
import { sayFieldName } from '#app/domain/questions/field-words.server'
import { missingValues } from '#app/domain/questions/rules'
import type { Voice } from '#app/domain/sites/passport/said'
import { parseDossier } from '#app/domain/sites/schema'
import { visibleTo } from '#app/domain/sites/visible-to.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import type { WorkflowState } from '../clock/model'
import type { PartRef } from '../model'
import { nameOf } from '../queries/part-view.server'
import { readNames } from '../queries/people-names.server'
import { visibleParts } from '../visible-to.server'
import type { AkimatTask, AskTopic, FollowedCase, RequestView } from './model'

const requestInclude = {
  organization: true,
  site: { select: { number: true } },
  askedBy: { select: { name: true } },
} as const satisfies Prisma.AkimatRequestInclude

type RequestRow = Prisma.AkimatRequestGetPayload<{ include: typeof requestInclude }>

/** What was asked of akimats for a case of the actor's body, newest first. */
export async function listPartRequests(
  actor: Actor,
  ref: PartRef,
  voice: Voice,
  now = new Date(),
): Promise<RequestView[]> {
  const rows = await database().akimatRequest.findMany({
    where: { part: { AND: [visibleParts(actor), { sequence: ref.part, inquiry: { number: ref.number } }] } },
    include: requestInclude,
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  return viewRequests(rows, voice, now)
}

/** What can be asked for a case: its sites, each as a whole and by the values that its public dossier lacks. */
export async function listTopics(actor: Actor, ref: PartRef, voice: Voice): Promise<AskTopic[]> {
  const part = { AND: [visibleParts(actor, 'inquiry.answer'), { sequence: ref.part, inquiry: { number: ref.number } }] }
  const rows = await database().inquirySite.findMany({
    where: { part },
    select: { site: { select: { number: true, kind: true, publishedVersion: { select: { dossier: true } } } } },
    orderBy: { site: { number: 'asc' } },
  })
  return rows.flatMap(({ site }): AskTopic[] => {
    const fields = site.publishedVersion ? missingValues(site.kind, parseDossier(site.publishedVersion.dossier)) : []
    return [
      { value: site.number, site: site.number, label: null },
      ...fields.map((field) => ({
        ...{ value: `${site.number}/${field}`, site: site.number, label: sayFieldName(field, voice) },
      })),
    ]
  })
}

/** Questions to the akimats of the actor's territory, open ones first by their day. */
export async function listTasks(actor: Actor, voice: Voice, now = new Date()): Promise<AkimatTask[]> {
  const where = (state: 'open' | 'answered') => ({ state, site: visibleTo(actor, 'inquiry.follow') })
  const include = {
    ...requestInclude,
    site: { select: { number: true, publishedVersion: { select: { dossier: true } } } },
    part: { include: { organization: true, inquiry: { select: { number: true, title: true } } } },
  } as const
  const [open, answered] = await Promise.all([
    database().akimatRequest.findMany({ where: where('open'), include, orderBy: { dueOn: 'asc' }, take: 100 }),
    database().akimatRequest.findMany({ where: where('answered'), include, orderBy: { answeredAt: 'desc' }, take: 10 }),
  ])
  const rows = [...open, ...answered]
  const views = await viewRequests(rows, voice, now)
  return views.flatMap((view, index): AkimatTask[] => {
    const row = rows[index]
    if (row === undefined) return []
    const { inquiry, organization } = row.part
    const siteName = parseDossier(row.site.publishedVersion?.dossier).identity.name
    return [{ ...view, number: inquiry.number ?? '', title: inquiry.title, body: nameOf(organization), siteName }]
  })
}

/** How many questions of officers wait for the actor's akimat. */
export function countTasks(actor: Actor): Promise<number> {
  return database().akimatRequest.count({ where: { state: 'open', site: visibleTo(actor, 'inquiry.advise') } })
}

/**
 * Inquiries about sites of the actor's territory, newest first; of the sites only the own ones are named. Spam is left out
 * as long as the body calls it that.
 */
export async function listFollowed(actor: Actor, page: PageRequest, now = new Date()): Promise<Page<FollowedCase>> {
  const own = visibleTo(actor, 'inquiry.follow')
  const where: Prisma.InquiryPartWhereInput = { sites: { some: { site: own } }, NOT: { state: 'spam' } }
  const [total, rows] = await Promise.all([
    database().inquiryPart.count({ where }),
    database().inquiryPart.findMany({
      where,
      select: {
        ...{ sequence: true, state: true, registeredAt: true, dueOn: true, breachesAt: true, closedAt: true },
        organization: true,
        inquiry: { select: { number: true, title: true, isDemo: true } },
        sites: { where: { site: own }, select: { site: { select: { number: true } } }, orderBy: { siteId: 'asc' } },
        events: { where: { type: 'message_from_body' }, select: { at: true }, orderBy: { sequence: 'asc' }, take: 1 },
      },
      orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }],
      skip: page.skip,
      take: page.size,
    }),
  ])
  const items = rows.map((row): FollowedCase => ({
    ...{ number: row.inquiry.number ?? '', part: row.sequence, title: row.inquiry.title, isDemo: row.inquiry.isDemo },
    sites: row.sites.map(({ site }) => site.number),
    body: nameOf(row.organization),
    // Written by our own commands only, from the states of the log.
    state: row.state as WorkflowState,
    receivedOn: localDateOf(row.registeredAt),
    dueOn: row.dueOn && localDateOfUtcMidnight(row.dueOn),
    isLate: row.closedAt === null && row.breachesAt !== null && row.breachesAt < now,
    answeredOn: row.events[0] ? localDateOf(row.events[0].at) : null,
    closedOn: row.closedAt && localDateOf(row.closedAt),
  }))
  return { items, total, page: page.page, size: page.size }
}

async function viewRequests(rows: readonly RequestRow[], voice: Voice, now: Date): Promise<RequestView[]> {
  const names = await readNames(rows.map(({ answeredById }) => answeredById))
  const today = localDateOf(now)
  return rows.map((row) => {
    const dueOn = localDateOfUtcMidnight(row.dueOn)
    return {
      ...{ id: row.id, state: row.state, site: row.site.number, text: row.text, dueOn, answer: row.answer },
      akimat: nameOf(row.organization),
      label: row.field && sayFieldName(row.field, voice),
      field: row.field,
      isLate: row.state === 'open' && dueOn < today,
      askedBy: row.askedBy.name,
      askedAt: row.askedAt.toISOString(),
      answeredBy: row.answeredById && (names.get(row.answeredById) ?? null),
      answeredAt: row.answeredAt?.toISOString() ?? null,
    }
  })
}
