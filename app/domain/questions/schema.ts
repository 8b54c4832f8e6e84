import { parseSiteNumber } from '#app/domain/kernel/identifiers'
import { z } from 'zod'
import { longestNote } from './model'

/** A value of the passport that somebody asks for. */
export const AskSchema = z.object({ field: z.string().min(1).max(100) })

/** The akimat says why a value cannot be known. Messages are keys of the words. */
export const DeclineSchema = z.object({
  question: z.uuid(),
  note: z
    .string('questions.error.note_missing')
    .transform((text) => text.replace(/[^\P{Cc}\n]/gu, ' ').trim())
    .pipe(z.string().min(5, 'questions.error.note_missing').max(longestNote, 'questions.error.note_long')),
})

/** The akimat goes to state a value that is asked for. */
export const AnswerSchema = z.object({
  number: z.string().refine((number) => parseSiteNumber(number).ok),
  field: z.string().regex(/^[\w.]{1,100}$/),
})
