import { z } from 'zod'
import { operations } from './model'

const text = z
  .string()
  .trim()
  .max(100)
  .refine((value) => !/\p{Cc}/u.test(value))
  .catch('')

const day = z.iso.date().nullable().catch(null)

/** The address of the page of the ledger; what is unreadable narrows nothing. */
export const LedgerFilterSchema = z.object({
  table: text,
  row: text,
  actor: text,
  operation: z.enum(operations).nullable().catch(null),
  from: day,
  until: day,
})
export type LedgerFilter = z.infer<typeof LedgerFilterSchema>

/** The parameters of an address that say so; empty ones are left out. */
export function writeLedgerFilter(filter: Partial<LedgerFilter>, page?: number): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  if (page !== undefined && page > 1) query.set('page', String(page))
  return `?${query}`
}
