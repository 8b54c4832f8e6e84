import type { SiteKind } from '../choices'
import type { Dossier } from '../model'
import { emptyDossier } from '../empty-dossier'
import { writeForm } from './write-form'

/** A field of the dossier whose value differs; values as the form has them, several for boxes, photographs and papers. */
export type Change = { name: string; before: string[]; after: string[] }

/** What `after` says otherwise than `before`, in the order of the form; everything that is said when there is no before. */
export function changedFields(kind: SiteKind, before: Dossier | null, after: Dossier): Change[] {
  const old = valuesOf(before ?? emptyDossier(kind))
  const now = valuesOf(after)
  const names = [...Object.keys(now), ...Object.keys(old).filter((name) => !(name in now))]
  return names
    .map((name) => ({ name, before: said(old[name], name in now), after: said(now[name], name in old) }))
    .filter((change) => change.before.join('\n') !== change.after.join('\n'))
}

function valuesOf(dossier: Dossier): Record<string, string[]> {
  const { photos, papers } = dossier
  const values = Object.entries(writeForm(dossier, 'en')).filter(([name, [value]]) => !isPlainly(name, value))
  return {
    ...Object.fromEntries(values),
    photos: photos.map((photo) => photo.fileId),
    papers: papers.map((paper) => paper.fileId),
  }
}

/** That a question applies goes without saying. */
function isPlainly(name: string, value: string | undefined): boolean {
  return name.endsWith('.applies') && value === 'yes'
}

/** What the values say; of an entry that only one of the dossiers has, "unknown" says nothing. */
function said(values: string[] = [], isInBoth: boolean): string[] {
  return values.filter((value) => value !== '' && (isInBoth || value !== 'unknown'))
}
