import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { mayInvestorReopen } from '../step-rules'
import { appendEvent } from './event-log.server'
import { changeAsInvestor, keepInvestorWords } from './change-as-investor.server'
import type { CaseAddress } from '../investor-access.server'
import { tellNews } from './official-notices.server'

type Words = { form: string; part: number; text: string }
type Code = 'not_allowed' | 'too_many'

/** The investor sends what was missing (APPC art. 64.6): the legal term goes on. 404 for a wrong key. */
export function completeInquiry(
  actor: Actor,
  address: CaseAddress,
  { form, part: place, text }: Words,
  now = new Date(),
): Promise<Verdict<CaseAddress, Code>> {
  const change = { address, part: place, form, type: 'deficiency_fixed' } as const
  return changeAsInvestor<Code>(actor, change, now, async (held) => {
    const { tx, part, inquiry, context } = held
    const notes = { form, by: inquiry.name }
    await appendEvent(tx, part, { type: 'deficiency_fixed', side: 'investor', notes }, now, context)
    await keepInvestorWords(held, { form, text }, now)
    await tellNews(tx, part, { what: 'deficiency_fixed', by: inquiry.name, text }, now)
    return yes(address)
  })
}

/**
 * The investor opens a case again that has ended, by writing why: new terms begin as for a repeated appeal (APPC
 * art. 64.9). Says `not_allowed` for an end that cannot be questioned, or too late (`mayInvestorReopen`).
 */
export function reopenAsInvestor(
  actor: Actor,
  address: CaseAddress,
  { form, part: place, text }: Words,
  now = new Date(),
): Promise<Verdict<CaseAddress, Code>> {
  const change = { address, part: place, form, type: 'reopened' } as const
  return changeAsInvestor<Code>(actor, change, now, async (held) => {
    const { tx, part, inquiry, context } = held
    if (!mayInvestorReopen(part.events, now)) return no('not_allowed')
    const notes = { form, by: inquiry.name }
    await appendEvent(tx, part, { type: 'reopened', side: 'investor', notes }, now, context)
    await keepInvestorWords(held, { form, text }, now)
    await tellNews(tx, part, { what: 'reopened', by: inquiry.name, text }, now)
    return yes(address)
  })
}
