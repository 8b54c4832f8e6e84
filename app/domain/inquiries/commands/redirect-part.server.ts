import type { Actor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { findBody } from '#app/domain/routing/queries.server'
import type { PartRef } from '../model'
import { changePart } from './change-part.server'
import { chooseOfficer } from './choose-officer.server'
import { appendEvent, languageOf, lockPart } from './event-log.server'
import { nameOf, readSiteNames, tellInvestor, tellOfficers } from './notices.server'

/**
 * Hands a case to the body that is responsible for it, with the reason: the part moves as it is, and the receiver has
 * its own term (APPC art. 65, 76.2). Says `unknown_body` for one that takes no cases, `same_body` for the own one.
 */
export function redirectPart(
  actor: Actor,
  ref: PartRef,
  input: { form: string; to: string; text: string },
  now = new Date(),
): Promise<Verdict<PartRef, 'not_allowed' | 'unknown_body' | 'same_body'>> {
  const { form, to, text } = input
  const change = { actor, action: 'inquiry.redirect', ref, form, type: 'redirected' } as const
  return changePart(change, async (tx, part, person, context) => {
    const body = await findBody(actor, to, tx)
    if (body === null) return no('unknown_body')
    if (body.id === part.organizationId) return no('same_body')
    const entry = {
      type: 'redirected',
      side: 'body',
      actorId: person.userId,
      data: { bodyId: body.id },
      notes: { form, text, by: person.name, body: body.name },
    } as const
    await appendEvent(tx, part, entry, now, context)
    const from = nameOf(part.organization)
    const assigneeId = await chooseOfficer(
      tx,
      { organizationId: body.id, language: languageOf(part.inquiry), sectorKey: part.inquiry.sectorKey },
      now,
    )
    await tx.inquiryPart.update({
      where: { id: part.id },
      data: {
        organizationId: body.id,
        assigneeId,
        assignedAt: assigneeId === null ? null : now,
        routingReason: 'redirected',
        routingFacts: { from, text, day: localDateOf(now) },
      },
    })
    const moved = await lockPart(tx, { id: part.id })
    await tellInvestor(tx, moved, 'redirected', now, context, text)
    const sites = await readSiteNames(tx, part.id)
    await tellOfficers(tx, { part: moved, inquiry: moved.inquiry, sites, events: moved.events }, now, context)
    return yes(ref)
  })
}
