import { utcMidnightOf } from '#app/domain/kernel/local-date'
import type { Tx } from '#app/platform/db/client.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { noteChange } from '#app/platform/live/changes.server'
import { isLanguage, type Language } from '#app/platform/i18n/language'
import { insideEvents, type ClockContext, type InquiryEvent } from '../clock/model'
import { momentsOf } from '../clock/points'
import { readEvent } from '../clock/schema'
import { keepsVisits, pendingExtension, stateOf } from '../clock/workflow'
import { nextEntry, rowOfEntry, type NewEntry } from '../event-builders'
import { factsOf } from '../figures/rules'
import { projectPart } from '../rules'
import { EventNotesSchema } from '../schema'
import { tellSystems } from './tell-systems.server'

const partInclude = {
  inquiry: true,
  organization: true,
  events: { orderBy: { sequence: 'asc' } },
} as const satisfies Prisma.InquiryPartInclude

type PartRow = Prisma.InquiryPartGetPayload<{ include: typeof partInclude }>

/** A part that this transaction holds: nobody else can add to its log until it ends. */
export type LockedPart = Omit<PartRow, 'events'> & { events: InquiryEvent[]; forms: Set<string> }

/** Locks the one part that `where` finds and reads it with its log; 404 when it finds none, or none any more. */
export async function lockPart(tx: Tx, where: Prisma.InquiryPartWhereInput): Promise<LockedPart> {
  const found = await tx.inquiryPart.findFirst({ where, select: { id: true } })
  if (found === null) throw notFound()
  await tx.$queryRaw`SELECT "id" FROM "InquiryPart" WHERE "id" = ${found.id}::uuid FOR UPDATE`
  // Read again: while this transaction waited, the part may have moved to another body.
  const row = await tx.inquiryPart.findFirst({ where: { AND: [{ id: found.id }, where] }, include: partInclude })
  if (row === null) throw notFound()
  const forms = row.events.flatMap(({ data }) => EventNotesSchema.parse(data).form ?? [])
  return { ...row, events: row.events.map(readEvent), forms: new Set(forms) }
}

/** Adds an event to the log of a locked part and brings its row in line with the log. */
export async function appendEvent(
  tx: Tx,
  part: LockedPart,
  entry: NewEntry,
  now: Date,
  context: ClockContext,
): Promise<void> {
  const added = nextEntry(part.events, entry, now)
  const hadVisits = keepsVisits(stateOf(part.events))
  part.events.push(added.event)
  await tx.inquiryEvent.create({ data: { partId: part.id, ...rowOfEntry(added) } })
  await tx.inquiryPart.update({ where: { id: part.id }, data: rowOf(part.events, context) })
  await tellSystems(tx, part, part.events, [added], context)
  const isInside = insideEvents.has(entry.type)
  await noteChange(tx, [`body:${part.organizationId}`, ...(isInside ? [] : [`case:${part.inquiryId}` as const])])
  if (hadVisits && !keepsVisits(stateOf(part.events))) await endVisits(tx, part.id, added.event.at)
}

/** With the stage in which sites are shown end the visits that are still ahead. */
async function endVisits(tx: Tx, partId: string, at: Date): Promise<void> {
  await tx.visit.updateMany({
    where: { partId, state: { not: 'cancelled' }, OR: [{ startsAt: null }, { startsAt: { gt: at } }] },
    data: { state: 'cancelled', revision: { increment: 1 } },
  })
}

/** The columns of a part that repeat its log, as of its last event or of a later moment. */
export function rowOf(events: readonly InquiryEvent[], context: ClockContext, now?: Date) {
  const last = events.at(-1)?.at ?? new Date(0)
  const asOf = now !== undefined && now > last ? now : last
  const { state, dueOn, closedAt } = projectPart(events, context, asOf)
  const asked = pendingExtension(events)?.until
  return {
    ...{ state, dueOn: dueOn && utcMidnightOf(dueOn), closedAt },
    extensionUntil: asked ? utcMidnightOf(asked) : null,
    ...momentsOf(events, asOf, context),
    ...factsOf(events, asOf, context),
  }
}

/** Language of the inquiry, in which its investor is written to. */
export function languageOf({ locale }: { locale: string }): Language {
  return isLanguage(locale) ? locale : 'kk'
}
