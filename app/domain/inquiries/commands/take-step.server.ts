import type { Actor } from '#app/domain/accounts/model'
import { utcMidnightOf } from '#app/domain/kernel/local-date'
import { yes, type Verdict } from '#app/domain/kernel/verdict'
import type { Tx } from '#app/platform/db/client.server'
import type { NewEntry } from '../event-builders'
import type { DeclineReason, OfficialStep, Outcome, PartRef } from '../model'
import { checkStep } from '../step-rules'
import { changePart, takeIfFree } from './change-part.server'
import { appendEvent } from './event-log.server'
import { tellInvestor } from './notices.server'

/** A step with its words; a contract may say what it brings. */
export type StepOrder = {
  form: string
  step: OfficialStep
  reason?: DeclineReason
  text: string
} & Partial<Outcome>

type StepCode = 'not_allowed' | 'return_early' | 'never_written' | 'investor_wrote' | 'silent_early'

/**
 * Takes a step of the case with words to the investor: makes an offer, or ends the case. Says no like the rules of
 * the step (`checkStep`).
 */
export function takeStep(
  actor: Actor,
  ref: PartRef,
  input: StepOrder,
  now = new Date(),
): Promise<Verdict<PartRef, StepCode>> {
  const { form, step, text } = input
  const change = { actor, action: 'inquiry.answer', ref, form, type: step } as const
  return changePart<StepCode>(change, async (tx, part, person, context) => {
    const verdict = checkStep(step, part.events, now, context)
    if (!verdict.ok) return verdict
    const outcome = step === 'contracted' ? readOutcome(input) : undefined
    const notes = { form, text, by: person.name, ...(outcome && { outcome }) }
    const common = { side: 'body', actorId: person.userId, notes } as const
    const entry: NewEntry =
      step === 'declined'
        ? { type: step, data: { reason: input.reason ?? 'other' }, ...common }
        : { type: step, ...common }
    await appendEvent(tx, part, entry, now, context)
    if (outcome !== undefined) await storeOutcome(tx, part.id, outcome, now)
    await takeIfFree(tx, part, person)
    await tellInvestor(tx, part, step, now, context, text)
    return yes(ref)
  })
}

function readOutcome(input: Partial<Outcome>): Outcome {
  const { contractNumber = null, contractOn = null, jobs = null, investmentKzt = null, reconversion = null } = input
  return { contractNumber, contractOn, jobs, investmentKzt, reconversion }
}

async function storeOutcome(tx: Tx, partId: string, outcome: Outcome, now: Date): Promise<void> {
  await tx.inquiryOutcome.create({
    data: {
      ...{ partId, contractNumber: outcome.contractNumber, jobs: outcome.jobs, reconversion: outcome.reconversion },
      contractOn: outcome.contractOn && utcMidnightOf(outcome.contractOn),
      investmentKzt: outcome.investmentKzt,
      createdAt: now,
    },
  })
}
