import type { Language, Localized } from '#app/domain/kernel/localized'
import { sectorKeys } from '#app/domain/towns/model'
import type { Inquiry, InquiryMessage, Prisma } from '#app/platform/db/generated/client'
import { isLanguage } from '#app/platform/i18n/language'
import type { ClockContext, InquiryEvent, Side } from '../clock/model'
import { readEvent } from '../clock/schema'
import { stateOf } from '../clock/workflow'
import type { HistoryItem, InquiryView, PartRouting, PartView, Talk } from '../model'
import { viewClocks } from '../rules'
import { EventNotesSchema } from '../schema'

export const partInclude = {
  organization: true,
  events: { orderBy: { sequence: 'asc' } },
  messages: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  sites: { select: { site: { select: { number: true } } }, orderBy: { site: { number: 'asc' } } },
} as const satisfies Prisma.InquiryPartInclude

export type PartRow = Prisma.InquiryPartGetPayload<{ include: typeof partInclude }>

/** What is inside the body stays there: notes are left out for the investor. */
type Reader = 'investor' | 'body'

/** A part with its clocks, history and talk at `now`, as one side may see it. */
export function viewPart(
  row: PartRow,
  reader: Reader,
  names: ReadonlyMap<string, string>,
  now: Date,
  context: ClockContext,
): PartView {
  const events = row.events.map(readEvent)
  return {
    part: row.sequence,
    body: nameOf(row.organization),
    state: stateOf(events),
    // Written by our own commands only, from data of this type.
    routing: { reason: row.routingReason, facts: row.routingFacts } as unknown as PartRouting,
    clocks: viewClocks(events, now, context),
    history: readHistory(row, reader),
    talk: readTalk(row, reader),
    assignee: row.assigneeId === null ? null : (names.get(row.assigneeId) ?? null),
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

export function eventsOf(row: { events: PartRow['events'] }): InquiryEvent[] {
  return row.events.map(readEvent)
}

export function numbersOf(row: Pick<PartRow, 'sites'>): string[] {
  return row.sites.map(({ site }) => site.number)
}

export function nameOf(row: { nameKk: string; nameRu: string; nameEn: string }): Localized {
  return { kk: row.nameKk, ru: row.nameRu, en: row.nameEn }
}

function readHistory(row: PartRow, reader: Reader): HistoryItem[] {
  return row.events
    .filter(({ type }) => reader === 'body' || type !== 'internal_note')
    .map((event) => {
      const { by, body, reason } = EventNotesSchema.parse(event.data)
      const { sequence, type, at } = readEvent(event)
      return {
        sequence,
        type,
        at: at.toISOString(),
        side: event.actorKind as Side,
        by: by ?? null,
        body: body ?? null,
        reason: reason ?? null,
      }
    })
}

/** Messages, and the words that came with steps of the case, in one conversation. */
function readTalk(row: PartRow, reader: Reader): Talk[] {
  const messages = row.messages.filter(({ kind }) => reader === 'body' || kind !== 'note').map(talkOf)
  const steps = row.events.flatMap((event): Talk[] => {
    const { text, by } = EventNotesSchema.parse(event.data)
    if (text === undefined) return []
    const { type } = readEvent(event)
    return [{ id: event.id, kind: 'body', author: by ?? '', at: event.at.toISOString(), text, step: type }]
  })
  return [...messages, ...steps].sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
}

function talkOf({ id, kind, authorName, createdAt, text }: InquiryMessage): Talk {
  return { id, kind: kind as Talk['kind'], author: authorName, at: createdAt.toISOString(), text, step: null }
}

function languageOf(locale: string): Language {
  return isLanguage(locale) ? locale : 'kk'
}
