import { givenReasons, offerStatuses, type EndReason, type OfferStatus } from '../lifecycle'
import { textLimits } from '../limits'
import { cleanText } from './field-reader'

/** Why a change of status was not taken, with what was typed. */
export type StatusReply = {
  errors: { reason?: true; note?: true }
  refusal?: 'in_review'
  values: { reason?: string; note?: string }
}

type StatusForm = { status: OfferStatus; note: string; reason: EndReason | null }

/** The status that an address or a form names; null for none. */
export function readOfferStatus(text: string | null): OfferStatus | null {
  return offerStatuses.find((status) => status === text) ?? null
}

/** The change that a form asks for; null when it names no status, a reply when something is missing or too long. */
export function readStatusForm(form: FormData): { change: StatusForm } | { reply: StatusReply } | null {
  const typed = (name: string) => String(form.get(name) ?? '')
  const status = readOfferStatus(typed('status'))
  if (status === null) return null
  const note = cleanText(typed('note')).trim()
  const reason = givenReasons.find((known) => known === typed('reason')) ?? null
  const errors: StatusReply['errors'] = {
    ...(status === 'withdrawn' && reason === null && { reason: true }),
    ...(note.length > textLimits.line && { note: true }),
  }
  if (Object.keys(errors).length > 0) return { reply: { errors, values: { reason: typed('reason'), note } } }
  return { change: { status, note, reason: status === 'withdrawn' ? reason : null } }
}
