import { queueWebhooks } from '#app/domain/webhooks/outbox.server'
import type { WebhookCase, WebhookEvent, WebhookKind } from '#app/domain/webhooks/model'
import type { Tx } from '#app/platform/db/client.server'
import type { Inquiry } from '#app/platform/db/generated/client'
import { owedDays } from '../calendar/rules'
import type { ClockContext, EventType, InquiryEvent } from '../clock/model'
import { replay } from '../clock/workflow'
import type { LogEntry } from '../event-builders'

type Part = { id: string; sequence: number; organizationId: string; inquiry: Inquiry }

/** Kinds that events of the log have outside; those that are not named are told as a change of the state. */
const kinds: Record<string, WebhookKind | null> = {
  submitted: null,
  confirmed: null,
  internal_note: null,
  escalated: null,
  warned: 'clock.warning',
  breached: 'clock.breached',
  registered: 'inquiry.registered',
  routed: 'inquiry.routed',
  redirected: 'inquiry.routed',
  succeeded: 'inquiry.routed',
  accepted: 'inquiry.accepted',
  message_from_investor: 'message.created',
  message_from_body: 'message.created',
  visit_proposed: 'visit.proposed',
  visit_accepted: 'visit.changed',
  contracted: 'inquiry.outcome',
  closed_no_fit: 'inquiry.outcome',
  declined: 'inquiry.outcome',
}

function kindOf(type: EventType): WebhookKind | null {
  const kind = kinds[type]
  if (kind !== undefined) return kind
  return type.startsWith('visit_') ? 'visit.changed' : 'inquiry.state_changed'
}

/**
 * Tells the systems of the bodies what has been added to the log, in the transaction that adds it; a case that changes
 * hands is told to both. `log` is the whole log with the new entries at its end.
 */
export async function tellSystems(
  tx: Tx,
  part: Part,
  log: readonly InquiryEvent[],
  added: readonly LogEntry[],
  context: ClockContext,
): Promise<void> {
  const told = added.filter(({ event }) => kindOf(event.type) !== null)
  if (told.length === 0 || !(await hasSystem(tx))) return
  const about = await describePart(tx, part, log, context)
  const bodies = new Set([part.organizationId])
  const events = told.flatMap(({ event, side }): WebhookEvent[] => {
    const kind = kindOf(event.type)
    if (kind === null) return []
    if ('bodyId' in event) bodies.add(event.bodyId)
    const step = replay(log.filter(({ sequence }) => sequence <= event.sequence)).at(-1)
    const detail: WebhookEvent['detail'] = { event: event.type, by: side, previous_state: step?.from ?? null }
    if ('clock' in event) detail.clock = String(event.clock)
    const state = { ...about, state: step?.to ?? about.state }
    return [{ key: `${part.id}:${event.sequence}`, kind, at: event.at, case: state, detail }]
  })
  await queueWebhooks(tx, [...bodies], events)
}

/** Nearly no body has a system: then an event costs one look. */
async function hasSystem(tx: Tx): Promise<boolean> {
  return (
    (await tx.webhookEndpoint.findFirst({ where: { isActive: true, deletedAt: null }, select: { id: true } })) !== null
  )
}

async function describePart(
  tx: Tx,
  part: Part,
  log: readonly InquiryEvent[],
  context: ClockContext,
): Promise<WebhookCase> {
  const sites = await tx.inquirySite.findMany({
    where: { partId: part.id },
    select: { site: { select: { number: true } } },
    orderBy: { site: { number: 'asc' } },
  })
  const last = log.at(-1)
  const owed = last ? owedDays(log, last.at, context) : { legal: null, promise: null }
  return {
    number: part.inquiry.number ?? '',
    part: part.sequence,
    state: replay(log).at(-1)?.to ?? 'unconfirmed',
    sites: sites.map(({ site }) => site.number),
    language: part.inquiry.locale,
    due: { promise: owed.promise, law: owed.legal },
    demo: part.inquiry.isDemo,
  }
}
