import { textLimits } from '../limits'
import type { Remark } from '../remarks'
import { cleanText } from './field-reader'
import type { FormValues } from './write-form'

/** Fields of the review's form: `remark.<field or group>`, and `remark` for the whole. */
export const remarkField = 'remark'

/** Carries the revision that the reviewer read. */
export const revisionField = 'revision'

/** The revision that the form was made from; 0, which no version has, for anything else. */
export function readRevision(form: FormData): number {
  const typed = form.get(revisionField)
  return typeof typed === 'string' && /^\d{1,9}$/.test(typed) ? Number(typed) : 0
}

/** Why a review's form was not taken, by the name of its field. */
export type ReviewReply = { errors: Record<string, 'missing' | 'too_long'>; values: FormValues }

/**
 * The remarks that were written, empty ones left out; or what is wrong, with everything as it was typed: a return without
 * a word would leave the editors guessing.
 */
export function readRemarks(form: FormData): { remarks: Remark[] } | { reply: ReviewReply } {
  const remarks: Remark[] = []
  const errors: ReviewReply['errors'] = {}
  const values: FormValues = {}
  for (const [name, typed] of form) {
    if (typeof typed !== 'string' || (name !== remarkField && !name.startsWith(`${remarkField}.`))) continue
    values[name] = [typed]
    const text = cleanText(typed).trim()
    if (text.length > textLimits.text) errors[name] = 'too_long'
    if (text !== '') remarks.push({ field: name === remarkField ? null : name.slice(remarkField.length + 1), text })
  }
  if (remarks.length === 0) errors[remarkField] = 'missing'
  return Object.keys(errors).length > 0 ? { reply: { errors, values } } : { remarks }
}
