import { dossierGroups, type DossierGroup } from './choices'
import { allFields } from './fields/catalogue'
import type { Dossier } from './model'

/** What the reviewer asks to correct: about a field, a group (its key), or the whole (null). */
export type Remark = { field: string | null; text: string }

/** A remark as it is shown; `group` is the group that holds its field. */
export type WrittenRemark = {
  field: string | null
  group: DossierGroup | null
  text: string
  author: string
  at: string
}

/** Lists whose group has another name than the list. */
const groupOfList: Record<string, DossierGroup> = { photos: 'media', papers: 'media', offeredFor: 'offer' }

/** The group of a field's name, of a group's own key, or of a list; null for what none of them holds. */
export function groupOfField(name: string | null): DossierGroup | null {
  const part = name?.split('.')[0] ?? ''
  return groupOfList[part] ?? dossierGroups.find((group) => group === part) ?? null
}

/** The name of a field as the catalogue has it: a change or a form adds the language, or says whether it applies. */
function baseName(name: string): string {
  return name.replace(/\.(kk|ru|en|applies)$/, '')
}

/** Whether a remark can stand at this name: the whole, a group, a list, or a field of one of the dossiers. */
export function canBeRemarked(name: string | null, dossiers: readonly (Dossier | null)[]): boolean {
  if (name === null || name in groupOfList || dossierGroups.some((group) => group === name)) return true
  return dossiers.some((dossier) => dossier && allFields(dossier).some((field) => field.name === baseName(name)))
}
