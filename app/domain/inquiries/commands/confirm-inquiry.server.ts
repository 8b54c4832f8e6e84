import type { Actor } from '#app/domain/accounts/model'
import { formatInquiryNumber } from '#app/domain/kernel/identifiers'
import { yearOf, type LocalDate } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { dayOfArrival } from '#app/domain/kernel/working-calendar'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { decideBody } from '#app/domain/routing/queries.server'
import type { RoutedBody } from '#app/domain/routing/model'
import { readVersionNames } from '#app/domain/sites/queries/site-names.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Inquiry } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { casePath, hashCaseKey } from '../case-key.server'
import { readClockContext } from '../clock-context.server'
import type { ClockContext } from '../clock/model'
import { foresee } from '../clock/rules'
import { arrivalLog, rowOfEntry } from '../event-builders'
import { findDuplicate } from '../find-duplicate.server'
import { searchTextOf } from '../search-text'
import { chooseOfficer } from './choose-officer.server'
import { languageOf, rowOf } from './event-log.server'
import { nameSite, tellOfficers } from './notices.server'
import { tellSystems } from './tell-systems.server'

/** Number and key of the case page. */
type Confirmed = Verdict<{ number: string; key: string }, 'expired'>

/**
 * Registers the inquiry whose secret the link carries: number, routing to the responsible bodies, letters, all in one
 * transaction. Confirmed again, also at the same moment, it answers as the first time. Says `expired` after 48 hours;
 * 404 for a token that is none.
 */
export async function confirmInquiry(actor: Actor, token: string, now = new Date()): Promise<Confirmed> {
  const context = await readClockContext()
  return inTransaction(database(), async (tx) => {
    const secretHash = hashCaseKey(token)
    await tx.$queryRaw`SELECT "id" FROM "Inquiry" WHERE "secretHash" = ${secretHash} FOR UPDATE`
    const inquiry = await tx.inquiry.findUnique({ where: { secretHash } })
    if (inquiry === null) throw notFound()
    if (inquiry.number !== null) return yes({ number: inquiry.number, key: token })
    if (inquiry.confirmExpiresAt <= now) return no('expired')
    const number = await register(tx, actor, { inquiry, key: token }, now, context)
    return yes({ number, key: token })
  })
}

type Registering = { inquiry: Inquiry; key: string }
type RoutedSite = { id: string; number: string; name: Localized; routed: RoutedBody }

async function register(tx: Tx, actor: Actor, { inquiry, key }: Registering, now: Date, context: ClockContext) {
  const registeredOn = dayOfArrival(context.calendar, now, context.hours)
  const sites = await routeSites(tx, actor, inquiry.id, registeredOn)
  const duplicateOfId = await findEarlier(tx, inquiry, sites, now)
  // Whoever has a number keeps all others waiting until the end: what need not wait was done before.
  const number = await nextNumber(tx, yearOf(registeredOn))
  const registered = await tx.inquiry.update({
    where: { id: inquiry.id },
    data: { number, confirmedAt: now, duplicateOfId },
  })
  const shares = groupByBody(sites)
  for (const [index, sites] of shares.entries()) {
    await createPart(tx, registered, { sequence: index + 1, sites }, now, context)
  }
  const { legalDue, firstAnswerDue } = foresee(now, context)
  const locale = languageOf(inquiry)
  await queueNotice(tx, {
    template: 'inquiry_registered',
    locale,
    to: inquiry.email,
    dedupeKey: `inquiry_registered:${inquiry.id}`,
    about: `inquiry:${inquiry.id}`,
    data: {
      name: inquiry.name,
      number,
      title: inquiry.title,
      receivedAt: now.toISOString(),
      registeredOn,
      parts: shares.flatMap(([site]) =>
        site ? [{ body: site.routed.body.name, promiseDueOn: firstAnswerDue, legalDueOn: legalDue }] : [],
      ),
      link: casePath(locale, number, key),
    },
  })
  return number
}

/** The inquiry that this one repeats, so that the desk can see it; null when there is none. */
async function findEarlier(
  tx: Tx,
  { id, email, title, text }: Inquiry,
  sites: readonly RoutedSite[],
  now: Date,
): Promise<string | null> {
  const asked = { email, title, text, siteIds: sites.map((site) => site.id) }
  return (await findDuplicate(tx, asked, now, id))?.id ?? null
}

/** The next number of the year; the row of the counter makes confirmations wait for each other. */
async function nextNumber(tx: Tx, year: number): Promise<string> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "Counter" AS counter ("key", "last") VALUES (${`inquiry/${year}`}, 1)
    ON CONFLICT ("key") DO UPDATE SET "last" = counter."last" + 1 RETURNING "last"`
  return formatInquiryNumber({ year, running: Number(rows[0]?.last) })
}

/** By who answers on the day of registration: what comes in the evening of a body's last day is its successor's. */
async function routeSites(tx: Tx, actor: Actor, inquiryId: string, registeredOn: LocalDate): Promise<RoutedSite[]> {
  const rows = await tx.site.findMany({
    where: { inquiries: { some: { inquiryId } } },
    select: { id: true, number: true, publishedVersionId: true, town: { select: { regionKey: true } } },
    orderBy: { number: 'asc' },
  })
  const names = await readVersionNames(
    actor,
    tx,
    rows.map(({ publishedVersionId }) => publishedVersionId),
  )
  const routed: RoutedSite[] = []
  for (const { id, number, publishedVersionId, town } of rows) {
    const name = names.get(publishedVersionId ?? '') ?? blankName
    const decision = await decideBody(actor, { number, regionKey: town.regionKey }, registeredOn, tx)
    routed.push({ id, number, name: nameSite(number, name), routed: decision })
  }
  return routed
}

const blankName: Localized = { kk: '', ru: '', en: '' }

function groupByBody(sites: readonly RoutedSite[]): RoutedSite[][] {
  const groups = new Map<string, RoutedSite[]>()
  for (const site of sites) groups.set(site.routed.body.id, [...(groups.get(site.routed.body.id) ?? []), site])
  return [...groups.values()]
}

async function createPart(
  tx: Tx,
  inquiry: Inquiry,
  share: { sequence: number; sites: RoutedSite[] },
  now: Date,
  context: ClockContext,
): Promise<void> {
  const [first] = share.sites
  if (first === undefined) return
  const { body, reason, facts } = first.routed
  const log = arrivalLog({ submittedAt: inquiry.submittedAt, confirmedAt: now, body })
  const events = log.map((entry) => entry.event)
  const assigneeId = await chooseOfficer(
    tx,
    {
      organizationId: body.id,
      language: languageOf(inquiry),
      sectorKey: inquiry.sectorKey,
    },
    now,
  )
  const part = await tx.inquiryPart.create({
    data: {
      inquiryId: inquiry.id,
      sequence: share.sequence,
      organizationId: body.id,
      assigneeId,
      assignedAt: assigneeId === null ? null : now,
      searchText: searchTextOf(
        inquiry,
        share.sites.map(({ number }) => number),
      ),
      routingReason: reason,
      routingFacts: facts,
      registeredAt: now,
      ...rowOf(events, context),
    },
  })
  await tx.inquiryEvent.createMany({ data: log.map((entry) => ({ partId: part.id, ...rowOfEntry(entry) })) })
  await tx.inquirySite.updateMany({
    where: { inquiryId: inquiry.id, siteId: { in: share.sites.map(({ id }) => id) } },
    data: { partId: part.id },
  })
  await tellSystems(tx, { ...part, inquiry }, events, log, context)
  const sites = share.sites.map(({ name }) => name)
  await tellOfficers(tx, { part, inquiry, sites, events }, now, context)
}
