import type { Dossier, SiteKind } from '../model'
import { emptyDossier } from '../rules'
import { writeForm } from './write-form'

/** A field of the dossier whose value differs; values as the form has them, several for boxes and photographs. */
export type Change = { name: string; before: string[]; after: string[] }

/** What `after` says otherwise than `before`, in the order of the form; everything that is said when there is no before. */
export function changedFields(kind: SiteKind, before: Dossier | null, after: Dossier): Change[] {
  const old = valuesOf(before ?? emptyDossier(kind))
  const now = valuesOf(after)
  const names = [...Object.keys(now), ...Object.keys(old).filter((name) => !(name in now))]
  return names
    .map((name) => ({ name, before: old[name] ?? [], after: now[name] ?? [] }))
    .map((change) => ({ ...change, before: written(change.before), after: written(change.after) }))
    .filter((change) => change.before.join('\n') !== change.after.join('\n'))
}

function valuesOf(dossier: Dossier): Record<string, string[]> {
  return { ...writeForm(dossier, 'en'), photos: dossier.photos.map((photo) => photo.fileId) }
}

function written(values: string[]): string[] {
  return values.filter((value) => value !== '')
}
