import type { No } from '#app/domain/kernel/verdict'
import { makeFormat } from '#app/platform/i18n/format'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import type { WorkflowState } from '#app/domain/inquiries/clock/model'
import type { SubmissionResult } from '@conform-to/react'

/** Words of the case itself that say no, whatever was typed. */
const refusals = [
  'not_allowed',
  'already_accepted',
  'return_early',
  'never_written',
  'investor_wrote',
  'silent_early',
  'term_not_running',
  'extension_pending',
  'nothing_asked',
  'visit_open',
  'visit_gone',
] as const
type RefusalCode = (typeof refusals)[number]

type Params = Record<string, string | number>

/** `text` is what was typed and not sent. */
export type Refusal = { code: RefusalCode; params: Params; text: string | null }

/** A form of the case page that came back: with its faults, or refused by the state of the case. */
export type Answer = { reply: (SubmissionResult & { params?: Params }) | null; refused: Refusal | null }

/** The field that a no is about; those about a time name its place. */
const fieldOf: Record<string, string> = {
  ...{ unknown_body: 'to', same_body: 'to', unknown_number: 'of', same_number: 'of' },
  ...{ fix_too_early: 'fixBy', fix_too_late: 'fixBy', not_later: 'until', over_two_months: 'until' },
  ...{ reason_short: 'text' },
}

type Submission = { reply: (options: { fieldErrors: Record<string, string[]> }) => SubmissionResult }

/** What the page answers to a no of a command: over the form, or at the field that it is about. */
export function answerRefusal(submission: Submission, { code, params = {} }: No, lang: Language): Answer {
  const said = sayParams(params, lang)
  const refusal = refusals.find((known) => known === code)
  if (refusal !== undefined) {
    const reply = submission.reply({ fieldErrors: {} })
    const text = reply.initialValue?.text
    return {
      reply,
      refused: { code: refusal, params: said, text: typeof text === 'string' && text !== '' ? text : null },
    }
  }
  const field = 'place' in params ? `time${params.place}` : (fieldOf[code] ?? 'text')
  const reply = submission.reply({ fieldErrors: { [field]: [`inquiries.error.${code}`] } })
  return { reply: { ...reply, params: said }, refused: null }
}

/** Days and states in the words of the page. */
function sayParams(params: No['params'], lang: Language): Params {
  const t = translator(lang)
  const format = makeFormat(lang, t)
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => {
      if (name === 'state') return [name, t(`inquiries.state.${value as WorkflowState}`)]
      return [name, typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.date(value) : value]
    }),
  )
}
