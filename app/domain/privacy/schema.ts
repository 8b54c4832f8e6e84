import { z } from 'zod'

/** Messages are keys of the words. */
export const EraseAccountSchema = z.object({
  password: z.string('erasure.error.password_missing').max(200, 'erasure.error.wrong_password'),
})

export const EraseCaseSchema = z.object({
  email: z
    .string('erasure.error.email_bad')
    .trim()
    .max(254, 'erasure.error.email_bad')
    .pipe(z.email('erasure.error.email_bad')),
})

/** `reason` is kept for good, so that it can be shown why. */
export const EraseOnRequestSchema = EraseCaseSchema.extend({
  reason: z
    .string('erasure.error.reason_missing')
    .trim()
    .min(10, 'erasure.error.reason_missing')
    .max(500, 'erasure.error.reason_missing')
    .regex(/^[^\p{Cc}]*$/u, 'erasure.error.reason_missing'),
})
