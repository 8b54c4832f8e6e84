import type { SystemActor } from '#app/domain/accounts/model'
import { hashCaseKey, makeCaseKey } from '#app/domain/inquiries/case-key.server'
import { usualTerms, type ClockContext } from '#app/domain/inquiries/clock/model'
import { rowOf } from '#app/domain/inquiries/commands/event-log.server'
import { arrivalLog, nextEntry, rowOfEntry, type LogEntry, type NewEntry } from '#app/domain/inquiries/event-builders'
import { consentVersion } from '#app/domain/accounts/consents'
import type { Outcome } from '#app/domain/inquiries/model'
import { confirmationEnd } from '#app/domain/inquiries/rules'
import { searchTextOf } from '#app/domain/inquiries/search-text'
import { formatInquiryNumber } from '#app/domain/kernel/identifiers'
import {
  addDays,
  localDateOf,
  localDateOfUtcMidnight,
  startOfDay,
  yearOf,
  type LocalDate,
} from '#app/domain/kernel/local-date'
import {
  addWorkingDays,
  dayOfArrival,
  makeCalendar,
  usualOfficeHours,
  type WorkingCalendar,
} from '#app/domain/kernel/working-calendar'
import { decideBody, findBody } from '#app/domain/routing/queries.server'
import type { Body, RoutedBody } from '#app/domain/routing/model'
import type { Tx } from '#app/platform/db/client.server'
import { stableId } from '#seeds/builders/stable-id'
import type { DemoPart } from './demo-part'
import { stories } from './inquiry-stories'
import type { Story, StoryStep } from './story'
import { tellVisit, writeVisit, type ToldVisit } from './story-visits'

const seeder: SystemActor = { kind: 'system', name: 'demo' }

const minuteMs = 60_000

/** The inquiries of the demo, as if they had come in the working days before it was loaded. */
export const inquiriesPart: DemoPart<null> = {
  key: 'demo-inquiries',
  prepare: () => Promise.resolve(null),
  async write(tx, _prepared, { now }) {
    const context = await readContext(tx)
    const told = stories
      .map((story) => ({ story, arrivedAt: momentOf(story.arrived, now, context.calendar) }))
      .sort((left, right) => left.arrivedAt.getTime() - right.arrivedAt.getTime())
    for (const { story, arrivedAt } of told) await writeStory(tx, story, { arrivedAt, now }, context)
  },
}

/** The clocks' context as this transaction sees it. */
export async function readContext(tx: Tx): Promise<ClockContext> {
  const days = await tx.calendarDay.findMany({ select: { date: true, kind: true } })
  const calendar = makeCalendar(days.map(({ date, kind }) => ({ date: localDateOfUtcMidnight(date), kind })))
  return { calendar, hours: usualOfficeHours, terms: usualTerms }
}

/**
 * The moment of a story. Day 0 is today, or the next working day when the office is closed; what would be in the future
 * then has happened just now.
 */
export function momentOf([daysAgo, time]: Story['arrived'], now: Date, calendar: WorkingCalendar): Date {
  let day = dayOfArrival(calendar, now, usualOfficeHours)
  for (let counted = 0; counted < daysAgo; counted++) day = previousWorkingDay(day, calendar)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const moment = startOfDay(day, hours * 60 + minutes)
  return moment < now ? moment : new Date(now.getTime() - minuteMs)
}

function previousWorkingDay(from: LocalDate, calendar: WorkingCalendar): LocalDate {
  let day = addDays(from, -1)
  while (!calendar.isWorkingDay(day)) day = addDays(day, -1)
  return day
}

type Times = { arrivedAt: Date; now: Date }

async function writeStory(tx: Tx, story: Story, times: Times, context: ClockContext): Promise<void> {
  const { arrivedAt } = times
  const id = stableId(`inquiry:${story.key}`)
  const { name, email, organization, country } = story.person
  const submissionKey = `demo-${id}`
  await tx.inquiry.create({
    data: {
      ...{ id, submissionKey, name, email, country, organizationName: organization },
      ...{ locale: story.locale, sectorKey: story.sector, title: story.title, text: story.text },
      number: await nextNumber(tx, arrivedAt, context),
      consentText: consentVersion,
      consentedAt: arrivedAt,
      submittedAt: new Date(arrivedAt.getTime() - 7 * minuteMs),
      secretHash: hashCaseKey(makeCaseKey(submissionKey)),
      confirmExpiresAt: confirmationEnd(arrivedAt),
      confirmedAt: arrivedAt,
      briefCriteria: story.brief,
      isDemo: true,
    },
  })
  const shares = await routeSites(tx, story.sites, localDateOf(arrivedAt))
  for (const [index, share] of shares.entries()) {
    await writePart(
      tx,
      { ...story, steps: index === 0 ? story.steps : [] },
      { id, sequence: index + 1, share },
      times,
      context,
    )
  }
}

async function nextNumber(tx: Tx, arrivedAt: Date, { calendar, hours }: ClockContext): Promise<string> {
  const year = yearOf(dayOfArrival(calendar, arrivedAt, hours))
  const key = `inquiry/${year}`
  const { last } = await tx.counter.upsert({
    where: { key },
    create: { key, last: 1 },
    update: { last: { increment: 1 } },
  })
  return formatInquiryNumber({ year, running: last })
}

type Share = { routed: RoutedBody; siteIds: string[]; numbers: string[] }

/** Sites by responsible body, in the order in which the story names them. */
async function routeSites(tx: Tx, numbers: readonly string[], day: LocalDate): Promise<Share[]> {
  const shares = new Map<string, Share>()
  for (const number of numbers) {
    const site = await tx.site.findUniqueOrThrow({ where: { number }, include: { town: true } })
    const routed = await decideBody(seeder, { number, regionKey: site.town.regionKey }, day, tx)
    const share = shares.get(routed.body.id) ?? { routed, siteIds: [], numbers: [] }
    share.siteIds.push(site.id)
    share.numbers.push(site.number)
    shares.set(routed.body.id, share)
  }
  return [...shares.values()]
}

type Place = { id: string; sequence: number; share: Share }

async function writePart(
  tx: Tx,
  story: Story,
  { id: inquiryId, sequence, share }: Place,
  times: Times,
  context: ClockContext,
) {
  const { body, reason, facts } = share.routed
  const id = stableId(`part:${inquiryId}:${sequence}`)
  const inquiry = await tx.inquiry.findUniqueOrThrow({ where: { id: inquiryId } })
  const told = await tellStory(tx, story, body, { submittedAt: inquiry.submittedAt, ...times }, context)
  await tx.inquiryPart.create({
    data: {
      ...{ id, inquiryId, sequence, registeredAt: times.arrivedAt },
      organizationId: told.body.id,
      assigneeId: story.isUnassigned ? null : (told.officer?.id ?? null),
      assignedAt: story.isUnassigned ? null : times.arrivedAt,
      searchText: searchTextOf(inquiry, share.numbers),
      ...(told.move ?? { routingReason: reason, routingFacts: facts }),
      ...rowOf(
        told.log.map(({ event }) => event),
        context,
      ),
      events: { create: told.log.map(rowOfEntry) },
    },
  })
  if (told.visit !== null) {
    await writeVisit(
      tx,
      id,
      told.visit,
      told.log.map(({ event }) => event),
      times.now,
    )
  }
  if (told.outcome !== null) {
    const { investmentKzt, ...outcome } = told.outcome
    await tx.inquiryOutcome.create({ data: { ...outcome, partId: id, investmentKzt, contractOn: null } })
  }
  await tx.inquiryMessage.createMany({ data: told.messages.map((message) => ({ ...message, partId: id })) })
  await tx.inquirySite.createMany({ data: share.siteIds.map((siteId) => ({ inquiryId, siteId, partId: id })) })
}

type Official = { id: string; name: string }

/** The log of a part and the words in it, with the body that has it in the end. */
async function tellStory(
  tx: Tx,
  story: Story,
  first: Body,
  times: Times & { submittedAt: Date },
  context: ClockContext,
) {
  const log: LogEntry[] = arrivalLog({ submittedAt: times.submittedAt, confirmedAt: times.arrivedAt, body: first })
  const messages = []
  let body = first
  let officer = await findOfficer(tx, body)
  let visit: ToldVisit | null = null
  let outcome: Omit<Outcome, 'contractOn'> | null = null
  let move: { routingReason: string; routingFacts: object } | null = null
  for (const [index, step] of story.steps.entries()) {
    const at = momentOf(step.when, times.now, context.calendar)
    const target = step.type === 'redirected' ? await findBody(seeder, step.to, tx) : null
    if (step.type === 'visit_proposed' && officer !== null) {
      visit = tellVisit(story.key, step.visit, officer.id, at, context.calendar)
    }
    if (step.type === 'visit_accepted' && visit !== null) visit = { ...visit, startsAt: visit.times[0] ?? null }
    if (step.type === 'contracted') outcome = step.outcome
    log.push(
      nextEntry(
        log.map(({ event }) => event),
        entryOf(step, { story, officer, target, visit }, at, context),
        at,
      ),
    )
    const kind = messageKinds[step.type]
    if (kind !== undefined && 'text' in step) {
      const author = kind === 'investor' ? { id: null, name: story.person.name } : officer
      messages.push({
        ...{ kind, text: step.text, createdAt: at, submissionKey: `demo-${story.key}-${index}` },
        ...{ authorId: author?.id ?? null, authorName: author?.name ?? '' },
      })
    }
    if (step.type === 'redirected' && target !== null) {
      move = { routingReason: 'redirected', routingFacts: { from: body.name, text: step.text, day: localDateOf(at) } }
      body = target
      officer = await findOfficer(tx, body)
    }
  }
  return { log, messages, body, officer, move, visit, outcome }
}

const messageKinds: Partial<Record<StoryStep['type'], 'investor' | 'body' | 'note'>> = {
  message_from_investor: 'investor',
  message_from_body: 'body',
  internal_note: 'note',
}

type Cast = { story: Story; officer: Official | null; target: Body | null; visit: ToldVisit | null }

function entryOf(step: StoryStep, { story, officer, target, visit }: Cast, at: Date, context: ClockContext): NewEntry {
  const mine = { side: 'body', actorId: officer?.id ?? null } as const
  const by = officer?.name
  switch (step.type) {
    case 'visit_accepted':
      return {
        ...{ type: step.type, side: 'investor' },
        notes: { by: story.person.name, visit: visit?.id, startsAt: visit?.startsAt?.toISOString() },
      }
    case 'extension_asked': {
      const until = addWorkingDays(context.calendar, localDateOf(at), step.workingDays)
      return { type: step.type, ...mine, data: { until }, notes: { by, text: step.text } }
    }
    case 'withdrawn':
    case 'message_from_investor':
      return { type: step.type, side: 'investor', notes: { by: story.person.name } }
    case 'message_from_body':
      return { type: step.type, ...mine, data: { isAnswer: step.isAnswer ?? false }, notes: { by } }
    case 'declined':
      return { type: step.type, ...mine, data: { reason: step.reason }, notes: { by, text: step.text } }
    case 'redirected':
      return {
        type: step.type,
        ...mine,
        data: { bodyId: target?.id ?? '' },
        notes: { by, text: step.text, body: target?.name },
      }
    case 'accepted':
    case 'internal_note':
      return { type: step.type, ...mine, notes: { by } }
    default:
      return { type: step.type, ...mine, notes: { by, text: step.text } }
  }
}

async function findOfficer(tx: Tx, body: Body): Promise<Official | null> {
  const member = await tx.member.findFirst({
    where: { organizationId: body.id, role: 'spk_officer' },
    select: { user: { select: { id: true, name: true } } },
    orderBy: { createdAt: 'asc' },
  })
  return member?.user ?? null
}
