import { z } from 'zod'
import type { Operation } from './operations'
import type { OwnDossier } from './own-site'
import { DossierSchema } from './schema'

const index = z.number().int().min(0).max(1000)

const RemovedEntrySchema = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('photos'), index, entry: DossierSchema.shape.photos.element }),
  z.strictObject({ list: z.literal('papers'), index, entry: DossierSchema.shape.papers.element }),
])

/** A photograph or paper that was taken out of the draft, and where it stood. */
export type RemovedEntry = z.infer<typeof RemovedEntrySchema>

/** What the page sends to have it back; null for anything else. */
export function parseRemovedEntry(text: string): RemovedEntry | null {
  try {
    const parsed = RemovedEntrySchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The photograph or paper that the operation takes out; null for another operation, or when it is not there. */
export function entryToRemove({ version }: OwnDossier, operation: Operation): RemovedEntry | null {
  if (version === null || operation.does !== 'remove') return null
  const { dossier } = version
  const { list } = operation
  if (list === 'photos') {
    const index = dossier.photos.findIndex(({ fileId }) => fileId === operation.entry)
    const entry = dossier.photos[index]
    return entry ? { list, index, entry } : null
  }
  if (list === 'papers') {
    const index = dossier.papers.findIndex(({ fileId }) => fileId === operation.entry)
    const entry = dossier.papers[index]
    return entry ? { list, index, entry } : null
  }
  return null
}
