import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { addMonths, localDateOf, localDateOfUtcMidnight } from '#app/domain/kernel/local-date'
import { database } from '#app/platform/db/database.server'
import type { InquiryOutcome } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { readClockContext } from '../clock-context.server'
import type { ClockContext, EventType } from '../clock/model'
import { readClocks } from '../clock/rules'
import { allowedActions, pendingExtension, stateOf } from '../clock/workflow'
import { reconversions, type BodyCase, type Outcome, type PartRef } from '../model'
import { EventNotesSchema } from '../schema'
import { checkStep, fixTerm } from '../step-rules'
import { visibleParts } from '../visible-to.server'
import { readDuplicateOf } from './duplicate-of.server'
import {
  eventsOf,
  numbersOf,
  partInclude,
  peopleOf,
  viewInquiry,
  viewPart,
  viewRating,
  type PartRow,
} from './part-view.server'
import { readNames } from './people-names.server'
import { readSiteBriefs } from './site-brief.server'

/** A case of the actor's body with everything beside it; 404 for a case of another body. */
export async function readBodyCase(actor: Actor, ref: PartRef, now = new Date()): Promise<BodyCase> {
  const row = await database().inquiryPart.findFirst({
    where: { AND: [visibleParts(actor), { sequence: ref.part, inquiry: { number: ref.number } }] },
    include: {
      ...partInclude,
      outcome: true,
      rating: true,
      inquiry: { include: { _count: { select: { parts: true } } } },
    },
  })
  if (row === null) throw notFound()
  const context = await readClockContext()
  const names = await readNames(peopleOf(row))
  const { inquiry } = row
  const subject = { organizationId: row.organizationId }
  const canExtend = actor.kind === 'person' && may(actor, 'inquiry.extend', subject)
  const canAct = actor.kind === 'person' && may(actor, 'inquiry.answer', subject)
  return {
    ...viewInquiry(inquiry),
    ...viewPart(row, names, now, context),
    organizationId: row.organizationId,
    parts: inquiry._count.parts,
    person: {
      name: inquiry.name,
      email: inquiry.email,
      organization: inquiry.organizationName,
      bin: inquiry.bin,
      phone: inquiry.phone,
      country: inquiry.country,
    },
    sites: await readSiteBriefs(actor, numbersOf(row), now),
    actions: canAct && inquiry.erasedAt === null ? listActions(row, canExtend, now, context) : [],
    canAct,
    rating: viewRating(row.rating),
    duplicateOf: await readDuplicateOf(actor, inquiry.duplicateOfId),
    isMine: actor.kind === 'person' && row.assigneeId === actor.userId,
    canExtend,
    extension: readExtension(row),
    terms: readTerms(now, context),
    outcome: readOutcome(row.outcome),
  }
}

/** What the body may do now: the state allows it, and its own rule does. */
function listActions(row: PartRow, canExtend: boolean, now: Date, context: ClockContext): EventType[] {
  const events = eventsOf(row)
  const { legal } = readClocks(events, now, context)
  const isPending = pendingExtension(events) !== null
  const hasVisit = row.visits.some(({ startsAt }) => startsAt === null || startsAt > now)
  return allowedActions(stateOf(events), 'body').filter((type) => {
    if (type === 'extension_asked') return legal?.state === 'running' && !isPending
    if (type === 'extended') return legal?.state === 'running' && canExtend
    if (type === 'extension_refused') return isPending && canExtend
    if (type === 'visit_proposed') return !hasVisit
    if (type === 'visit_moved' || type === 'visit_cancelled') return hasVisit
    if (type === 'returned' || type === 'unreachable') return checkStep(type, events, now, context).ok
    return true
  })
}

function readExtension(row: PartRow): BodyCase['extension'] {
  const pending = pendingExtension(eventsOf(row))
  const stored = row.events.find(({ sequence }) => sequence === pending?.sequence)
  if (pending === null || stored === undefined) return null
  const { by = '', text = '' } = EventNotesSchema.parse(stored.data)
  return { until: pending.until, by, text, at: pending.at.toISOString() }
}

function readTerms(now: Date, context: ClockContext): BodyCase['terms'] {
  const today = localDateOf(now)
  const { first, last } = fixTerm(today, context)
  return { extensionLatest: addMonths(today, context.terms.extensionMonths), fixFirst: first, fixLast: last }
}

function readOutcome(row: InquiryOutcome | null): Outcome | null {
  if (row === null) return null
  return {
    contractNumber: row.contractNumber,
    contractOn: row.contractOn && localDateOfUtcMidnight(row.contractOn),
    jobs: row.jobs,
    investmentKzt: row.investmentKzt === null ? null : Number(row.investmentKzt),
    reconversion: reconversions.find((kind) => kind === row.reconversion) ?? null,
  }
}
