import { z } from 'zod'

/** Id of a saved brief in an address; anything else opens nothing. */
export const BriefIdSchema = z.uuid()

/** Secret of a link; anything else is as good as none. */
export const BriefKeySchema = z
  .string()
  .regex(/^[\w-]{20,100}$/)
  .nullish()
  .catch(null)
  .transform((key) => key ?? null)

/** Which saved brief a form changes, and the state in which it was read. */
export const EditSchema = z.object({
  edit: BriefIdSchema,
  key: BriefKeySchema,
  revision: z.coerce.number().int().positive().max(1_000_000),
})

/** Matches on one page: the first ones, and how far the page can be made longer. */
const shownMatches = [10, 30, 50] as const

/** How many matches the page shows, and how many it would show next; null at the end. */
export function readShown(query: URLSearchParams): { count: number; next: number | null } {
  const index = Math.max(
    0,
    shownMatches.findIndex((count) => String(count) === query.get('show')),
  )
  return { count: shownMatches[index] ?? 10, next: shownMatches[index + 1] ?? null }
}

/** The texts of a form as parameters, without files and without what was left empty. */
export function readText(form: FormData): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of form) if (typeof value === 'string' && value.trim() !== '') params.append(name, value)
  return params
}
