import { dossierGroups, type DossierGroup } from '../choices'
import { typedText, type FormFields } from './form-fields'

/** A group by its name in an address or form; the first one for anything else. */
export function groupOf(text: string | null): DossierGroup {
  return dossierGroups.find((group) => group === text) ?? dossierGroups[0]
}

/**
 * Which group a form carries, and from which revision and shape of the draft it was made; revision 0, which none has,
 * when it does not say.
 */
export function readGroupForm(fields: FormFields): {
  group: DossierGroup
  revision: number
  shape?: string
  fields: FormFields
} {
  const revision = typedText(fields, 'revision') ?? ''
  return {
    group: groupOf(typedText(fields, 'group')),
    revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0,
    shape: typedText(fields, 'shape') ?? undefined,
    fields,
  }
}
