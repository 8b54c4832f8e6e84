import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { checkChoice, type ChoiceCode } from '../visits/rules'
import { appendEvent } from './event-log.server'
import { changeAsInvestor, keepInvestorWords } from './change-as-investor.server'
import type { CaseAddress } from '../investor-access.server'
import { tellNews } from './official-notices.server'
import { findLiveVisit, lockAgenda } from './visit-rows.server'

type AcceptCode = 'not_allowed' | 'too_many' | 'visit_gone' | ChoiceCode

/**
 * The investor takes one of the proposed times; the same choice once more is a yes. 404 for a wrong key. Says
 * `visit_gone` when the visit was moved, called off or agreed otherwise, else no like `checkChoice`.
 */
export function acceptVisit(
  actor: Actor,
  address: CaseAddress,
  input: { form: string; part: number; visit: string; time: Date },
  now = new Date(),
): Promise<Verdict<CaseAddress, AcceptCode>> {
  const { form, visit, time } = input
  const change = { address, part: input.part, form, type: 'visit_accepted' } as const
  return changeAsInvestor<AcceptCode>(actor, change, now, async ({ tx, part, inquiry, context }) => {
    const live = await findLiveVisit(tx, part.id, now, visit)
    if (live?.startsAt && live.startsAt.getTime() === time.getTime()) return yes(address)
    if (live === null || live.state !== 'proposed') return no('visit_gone')
    const span = checkChoice(live, time, await lockAgenda(tx, live.officialId, now, live.id), now)
    if (!span.ok) return span
    const { start, end } = span.value
    await tx.visit.update({
      where: { id: live.id },
      data: { state: 'accepted', startsAt: start, endsAt: end, revision: { increment: 1 } },
    })
    const startsAt = start.toISOString()
    const notes = { form, by: inquiry.name, visit, startsAt }
    await appendEvent(tx, part, { type: 'visit_accepted', side: 'investor', notes }, now, context)
    await tellNews(tx, part, { what: 'visit_accepted', by: inquiry.name, startsAt }, now)
    return yes(address)
  })
}

/** The investor asks for other times than those proposed or agreed. Says `visit_gone` when the visit is over or called off. */
export function askOtherTimes(
  actor: Actor,
  address: CaseAddress,
  input: { form: string; part: number; visit: string; text: string },
  now = new Date(),
): Promise<Verdict<CaseAddress, 'not_allowed' | 'too_many' | 'visit_gone'>> {
  const { form, visit, text } = input
  const change = { address, part: input.part, form, type: 'visit_times_asked' } as const
  return changeAsInvestor<'not_allowed' | 'too_many' | 'visit_gone'>(actor, change, now, async (held) => {
    const { tx, part, inquiry, context } = held
    const live = await findLiveVisit(tx, part.id, now, visit)
    if (live === null) return no('visit_gone')
    await tx.visit.update({
      where: { id: live.id },
      data: { state: 'proposed', startsAt: null, endsAt: null, revision: { increment: 1 } },
    })
    const notes = { form, by: inquiry.name, visit }
    await appendEvent(tx, part, { type: 'visit_times_asked', side: 'investor', notes }, now, context)
    await keepInvestorWords(held, { form, text }, now)
    await tellNews(tx, part, { what: 'visit_times_asked', by: inquiry.name, text }, now)
    return yes(address)
  })
}
