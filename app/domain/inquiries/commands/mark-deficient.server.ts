import type { Actor } from '#app/domain/accounts/model'
import type { LocalDate } from '#app/domain/kernel/local-date'
import { yes, type Verdict } from '#app/domain/kernel/verdict'
import { makeFormat } from '#app/platform/i18n/format'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import type { MissingKind, PartRef } from '../model'
import { checkFixBy } from '../step-rules'
import { changePart, takeIfFree } from './change-part.server'
import { appendEvent, languageOf } from './event-log.server'
import { tellInvestor } from './notices.server'

export type DeficiencyOrder = { form: string; missing: MissingKind[]; fixBy: LocalDate; text: string }

/**
 * Asks the investor to complete the inquiry by a day (APPC art. 64.6): the legal term waits from now on. Says
 * `fix_too_early` or `fix_too_late` for a day that is no reasonable term.
 */
export function markDeficient(
  actor: Actor,
  ref: PartRef,
  { form, missing, fixBy, text }: DeficiencyOrder,
  now = new Date(),
): Promise<Verdict<PartRef, 'not_allowed' | 'fix_too_early' | 'fix_too_late'>> {
  const change = { actor, action: 'inquiry.answer', ref, form, type: 'marked_deficient' } as const
  return changePart<'not_allowed' | 'fix_too_early' | 'fix_too_late'>(change, async (tx, part, person, context) => {
    const verdict = checkFixBy(fixBy, now, context)
    if (!verdict.ok) return verdict
    const notes = { form, text, by: person.name, missing }
    const entry = { type: 'marked_deficient', side: 'body', actorId: person.userId, data: { fixBy }, notes } as const
    await appendEvent(tx, part, entry, now, context)
    await takeIfFree(tx, part, person)
    const words = listMissing(languageOf(part.inquiry), missing, fixBy)
    await tellInvestor(tx, part, 'marked_deficient', now, context, `${words}\n\n${text}`)
    return yes(ref)
  })
}

/** What is missing and by when, for the letter. */
function listMissing(language: Language, missing: readonly MissingKind[], fixBy: LocalDate): string {
  const t = translator(language)
  const lines = missing.map((kind) => `- ${t(`inquiries.missing.${kind}`)}`)
  return [...lines, t('inquiries.deficiency.until', { date: makeFormat(language, t).longDate(fixBy) })].join('\n')
}
