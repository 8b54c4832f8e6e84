import { z } from 'zod'
import { confirmedGroups } from './choices'

const instant = z.iso.datetime()
const groups = z.partialRecord(z.enum(confirmedGroups), instant)

/**
 * What a site keeps of its confirmations beside the moment of each group: `before`, what the last confirmation replaced,
 * so that it can be taken back, and `told`, the last step of which its people had a letter.
 */
const StoredConfirmationsSchema = z.object({
  groups: groups.catch({}),
  before: z.object({ at: instant, groups, confirmedAt: instant.nullable() }).optional().catch(undefined),
  told: z.string().optional().catch(undefined),
})
export type StoredConfirmations = z.infer<typeof StoredConfirmationsSchema>

/** Reads the stored document; what cannot be read was never confirmed. The moments of the groups stand at its top. */
export function readConfirmations(stored: unknown): StoredConfirmations {
  if (typeof stored !== 'object' || stored === null) return { groups: {} }
  const { before, told, ...moments } = stored as Record<string, unknown>
  return StoredConfirmationsSchema.parse({ groups: moments, before, told })
}

/** The document as it is stored. */
export function writeConfirmations({ groups: moments, before, told }: StoredConfirmations) {
  return { ...moments, ...(before && { before }), ...(told !== undefined && { told }) }
}
