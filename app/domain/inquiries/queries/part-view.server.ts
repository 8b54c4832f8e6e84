import type { Language, Localized } from '#app/domain/kernel/localized'
import { sectorKeys } from '#app/domain/towns/model'
import type { Inquiry, InquiryRating, Prisma, Visit } from '#app/platform/db/generated/client'
import { isLanguage } from '#app/platform/i18n/language'
import type { AttachmentAccess } from '../attachments/model'
import { insideEvents, type ClockContext, type InquiryEvent, type Side } from '../clock/model'
import { readEvent } from '../clock/schema'
import { stateOf } from '../clock/workflow'
import {
  missingKinds,
  type HistoryItem,
  type InquiryView,
  type PartRouting,
  type PartView,
  type RatingView,
  type Talk,
} from '../model'
import { viewClocks } from '../rules'
import { EventNotesSchema } from '../schema'
import { openDeficiency } from '../step-rules'
import type { VisitView } from '../visits/model'

export const partInclude = {
  organization: true,
  events: { orderBy: { sequence: 'asc' } },
  messages: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { attachments: { orderBy: { id: 'asc' } } },
  },
  sites: { select: { site: { select: { number: true } } }, orderBy: { site: { number: 'asc' } } },
  visits: { where: { state: { not: 'cancelled' } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.InquiryPartInclude

/** What the investor's side reads: what is inside the body is not even fetched. No clock depends on it. */
export const investorPartInclude = {
  ...partInclude,
  events: { where: { type: { notIn: [...insideEvents] } }, orderBy: { sequence: 'asc' } },
  messages: {
    where: { kind: { not: 'note' } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { attachments: { where: { access: 'parties' }, orderBy: { id: 'asc' } } },
  },
} as const satisfies Prisma.InquiryPartInclude

export type PartRow = Prisma.InquiryPartGetPayload<{ include: typeof partInclude }>

type MessageRow = PartRow['messages'][number]

/** A part with its clocks, history and talk at `now`, as far as the row holds it. */
export function viewPart(row: PartRow, names: ReadonlyMap<string, string>, now: Date, context: ClockContext): PartView {
  const events = row.events.map(readEvent)
  return {
    part: row.sequence,
    body: nameOf(row.organization),
    state: stateOf(events),
    // Written by our own commands only, from data of this type.
    routing: { reason: row.routingReason, facts: row.routingFacts } as unknown as PartRouting,
    clocks: viewClocks(events, now, context),
    history: row.events.map(viewEvent),
    talk: readTalk(row),
    assignee: row.assigneeId === null ? null : (names.get(row.assigneeId) ?? null),
    visits: row.visits.map((visit) => viewVisit(visit, names, now)),
    deficiency: readDeficiency(row, events),
  }
}

/** What both sides see of the inquiry itself. */
export function viewInquiry(row: Inquiry): InquiryView {
  return {
    number: row.number ?? '',
    title: row.title,
    text: row.text,
    locale: languageOf(row.locale),
    sector: sectorKeys.find((key) => key === row.sectorKey) ?? null,
    receivedAt: (row.confirmedAt ?? row.submittedAt).toISOString(),
    isDemo: row.isDemo,
  }
}

export function viewRating(row: Pick<InquiryRating, 'stars' | 'text' | 'ratedAt'> | null): RatingView | null {
  return row && { stars: row.stars, text: row.text, ratedAt: row.ratedAt.toISOString() }
}

export function eventsOf(row: Pick<PartRow, 'events'>): InquiryEvent[] {
  return row.events.map(readEvent)
}

export function numbersOf(row: Pick<PartRow, 'sites'>): string[] {
  return row.sites.map(({ site }) => site.number)
}

export function nameOf(row: { nameKk: string; nameRu: string; nameEn: string }): Localized {
  return { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }
}

/** People whose names a part shows. */
export function peopleOf(row: Pick<PartRow, 'assigneeId' | 'visits'>): (string | null)[] {
  return [row.assigneeId, ...row.visits.map(({ officialId }) => officialId)]
}

export function viewVisit(row: Visit, names: ReadonlyMap<string, string>, now: Date): VisitView {
  const { id, state, minutes, place, contact, startsAt } = row
  return {
    ...{ id, state: state as VisitView['state'], minutes, place, contact },
    times: row.times.map((time) => time.toISOString()),
    official: names.get(row.officialId) ?? null,
    startsAt: startsAt?.toISOString() ?? null,
    isPast: startsAt !== null && startsAt <= now,
  }
}

function viewEvent(row: PartRow['events'][number]): HistoryItem {
  const { by, to, body, reason, of, startsAt, missing } = EventNotesSchema.parse(row.data)
  const event = readEvent(row)
  const until = 'until' in event ? event.until : 'fixBy' in event ? event.fixBy : null
  return {
    ...{ sequence: event.sequence, type: event.type, at: event.at.toISOString(), side: row.actorKind as Side, until },
    by: by ?? null,
    to: to ?? null,
    clock: 'clock' in event ? event.clock : null,
    level: 'level' in event ? event.level : null,
    body: body ?? null,
    reason: reason ?? null,
    of: of ?? null,
    startsAt: startsAt ?? null,
    missing: missingKinds.filter((kind) => missing?.includes(kind)),
  }
}

function readDeficiency(row: PartRow, events: readonly InquiryEvent[]): PartView['deficiency'] {
  const marked = openDeficiency(events)
  if (marked === null) return null
  const stored = row.events.find(({ sequence }) => sequence === marked.sequence)
  const { missing } = EventNotesSchema.parse(stored?.data)
  return { fixBy: marked.fixBy, missing: missingKinds.filter((kind) => missing?.includes(kind)) }
}

/** Messages, and the words that came with steps of the case, in one conversation. */
function readTalk(row: PartRow): Talk[] {
  const steps = row.events.flatMap((event): Talk[] => {
    const { text, by } = EventNotesSchema.parse(event.data)
    if (text === undefined) return []
    const { type } = readEvent(event)
    const kind = insideEvents.has(type) ? 'note' : 'body'
    return [{ id: event.id, kind, author: by ?? '', at: event.at.toISOString(), text, step: type, files: [] }]
  })
  return [...row.messages.map(talkOf), ...steps].sort((left, right) =>
    left.at < right.at ? -1 : left.at > right.at ? 1 : 0,
  )
}

function talkOf({ id, kind, authorName, createdAt, text, attachments }: MessageRow): Talk {
  const files = attachments.map(({ id: fileId, fileName, bytes, access }) => ({
    ...{ id: fileId, fileName, bytes },
    access: access as AttachmentAccess,
  }))
  return { id, kind: kind as Talk['kind'], author: authorName, at: createdAt.toISOString(), text, step: null, files }
}

function languageOf(locale: string): Language {
  return isLanguage(locale) ? locale : 'kk'
}
