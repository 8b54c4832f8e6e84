import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readClockContext } from '../clock-context.server'
import { allowedActions, stateOf } from '../clock/workflow'
import type { BodyCase, PartRef } from '../model'
import { visibleParts } from '../visible-to.server'
import { eventsOf, numbersOf, partInclude, viewInquiry, viewPart } from './part-view.server'
import { readNames } from './people-names.server'
import { readSiteBriefs } from './site-brief.server'

/** A case of the actor's body with everything beside it; 404 for a case of another body. */
export async function readBodyCase(actor: Actor, ref: PartRef, now = new Date()): Promise<BodyCase> {
  const row = await database().inquiryPart.findFirst({
    where: { AND: [visibleParts(actor), { sequence: ref.part, inquiry: { number: ref.number } }] },
    include: { ...partInclude, inquiry: { include: { _count: { select: { parts: true } } } } },
  })
  if (row === null) throw notFound()
  const context = await readClockContext()
  const names = await readNames([row.assigneeId])
  const { inquiry } = row
  const subject = { organizationId: row.organizationId }
  const canAct = actor.kind === 'person' && may(actor, 'inquiry.answer', subject)
  return {
    ...viewInquiry(inquiry),
    ...viewPart(row, 'body', names, now, context),
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
    actions: canAct ? allowedActions(stateOf(eventsOf(row)), 'body') : [],
    canAct,
    isMine: actor.kind === 'person' && row.assigneeId === actor.userId,
  }
}
