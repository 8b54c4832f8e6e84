import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { makeFormat } from '#app/platform/i18n/format'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import type { PartRef } from '../model'
import type { Proposal } from '../visits/model'
import { checkProposal, type ProposalCode } from '../visits/rules'
import { changePart, takeIfFree } from './change-part.server'
import { appendEvent, languageOf } from './event-log.server'
import { tellInvestor } from './notices.server'
import { findLiveVisit, lockAgenda } from './visit-rows.server'

/** `visit` names the one that is moved; without it a new one is proposed. */
export type ProposalOrder = Proposal & { form: string; visit?: string; text: string | null }

type Code = 'not_allowed' | 'visit_open' | 'visit_gone' | ProposalCode

/**
 * Proposes a visit at one to three times, or moves one: then the investor chooses anew. The actor is who shows the
 * site. Says `visit_open` while another visit of the case is ahead, `visit_gone` for one that cannot be moved any more,
 * else no like `checkProposal`.
 */
export function proposeVisit(
  actor: Actor,
  ref: PartRef,
  order: ProposalOrder,
  now = new Date(),
): Promise<Verdict<PartRef, Code>> {
  const { form, visit: moved, text, times, minutes, place, contact } = order
  const type = moved === undefined ? 'visit_proposed' : 'visit_moved'
  return changePart<Code>({ actor, action: 'inquiry.answer', ref, form, type }, async (tx, part, person, context) => {
    const live = await findLiveVisit(tx, part.id, now)
    if (moved === undefined && live !== null) return no('visit_open')
    if (moved !== undefined && live?.id !== moved) return no('visit_gone')
    const busy = await lockAgenda(tx, person.userId, now, moved)
    const verdict = checkProposal(order, busy, now)
    if (!verdict.ok) return verdict
    const facts = { times, minutes, place, contact, officialId: person.userId, state: 'proposed' }
    const { id } =
      moved === undefined
        ? await tx.visit.create({ data: { ...facts, partId: part.id, createdAt: now } })
        : await tx.visit.update({
            where: { id: moved },
            data: { ...facts, startsAt: null, endsAt: null, revision: { increment: 1 } },
          })
    const notes = { form, by: person.name, visit: id, ...(text !== null && { text }) }
    await appendEvent(tx, part, { type, side: 'body', actorId: person.userId, notes }, now, context)
    await takeIfFree(tx, part, person)
    await tellInvestor(tx, part, type, now, context, sayProposal(languageOf(part.inquiry), order))
    return yes(ref)
  })
}

/** The proposal in the words of the letter. */
function sayProposal(language: Language, { times, place, contact, text }: ProposalOrder): string {
  const t = translator(language)
  const format = makeFormat(language, t)
  return [
    ...times.map((time) => `- ${format.dayAndTime(time)}`),
    `${t('visits.place')}: ${place}`,
    `${t('visits.contact')}: ${contact}`,
    ...(text === null ? [] : ['', text]),
  ].join('\n')
}

/** Calls off a visit that was proposed or agreed and is still ahead, with words to the investor. Says `visit_gone` else. */
export function cancelVisit(
  actor: Actor,
  ref: PartRef,
  { form, visit, text }: { form: string; visit: string; text: string },
  now = new Date(),
): Promise<Verdict<PartRef, 'not_allowed' | 'visit_gone'>> {
  const change = { actor, action: 'inquiry.answer', ref, form, type: 'visit_cancelled' } as const
  return changePart<'not_allowed' | 'visit_gone'>(change, async (tx, part, person, context) => {
    const live = await findLiveVisit(tx, part.id, now, visit)
    if (live === null) return no('visit_gone')
    await tx.visit.update({ where: { id: live.id }, data: { state: 'cancelled', revision: { increment: 1 } } })
    const notes = {
      form,
      by: person.name,
      text,
      visit,
      ...(live.startsAt && { startsAt: live.startsAt.toISOString() }),
    }
    await appendEvent(tx, part, { type: 'visit_cancelled', side: 'body', actorId: person.userId, notes }, now, context)
    await tellInvestor(tx, part, 'visit_cancelled', now, context, text)
    return yes(ref)
  })
}
