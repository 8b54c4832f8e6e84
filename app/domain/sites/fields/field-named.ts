import { utilityKinds } from '#app/domain/kernel/quantity'
import { dossierGroups, type DossierGroup } from '../choices'
import type { Field, FieldDraft } from './field'
import * as property from './property-fields'
import { utilityFields } from './utility-fields'

/** Lists of the dossier whose entries have fields, by the path before the entry. */
const lists: { path: string; group: DossierGroup; fields: readonly FieldDraft[] }[] = [
  { path: 'rights.steps', group: 'rights', fields: property.stepFields },
  { path: 'rights.encumbrances', group: 'rights', fields: property.encumbranceFields },
  { path: 'buildings', group: 'buildings', fields: property.buildingFields },
  { path: 'photos', group: 'media', fields: property.photoFields },
  { path: 'papers', group: 'media', fields: property.paperFields },
  { path: 'commitments', group: 'commitments', fields: property.commitmentFields },
]

const plain: Partial<Record<DossierGroup, readonly FieldDraft[]>> = {
  identity: property.identityFields,
  rights: property.rightsFields,
  land: property.landFields,
  utilities: utilityKinds.flatMap((kind) =>
    utilityFields(kind).map((field) => ({ ...field, name: `utilities.${kind}.${field.name}` })),
  ),
  transport: property.transportFields,
  environment: property.environmentFields,
  offer: property.offerFields,
  zone: property.zoneFields,
  responsible: property.responsibleFields,
}

const byName = new Map(
  dossierGroups.flatMap((group) => (plain[group] ?? []).map((draft) => [draft.name, { ...draft, group }] as const)),
)

/**
 * The field of the catalogue that a form's field belongs to, whatever dossier it is in: `identity.name.kk` is the name,
 * `land.slopePct.applies` the slope. Null for a name that is no field's.
 */
export function fieldNamed(formName: string): Field | null {
  const name = formName.replace(/\.(?:kk|ru|en|applies|shown|swapped)$/, '')
  const known = byName.get(name)
  if (known !== undefined) return known
  for (const { path, group, fields } of lists) {
    if (!name.startsWith(`${path}.`)) continue
    const [, ...rest] = name.slice(path.length + 1).split('.')
    const draft = fields.find((field) => field.name === rest.join('.'))
    if (draft !== undefined) return { ...draft, name, group }
  }
  return null
}

/** Where in a list the field stands: its list and the place or id of its entry; null for a field of no list. */
export function entryOf(formName: string): { list: string; entry: string } | null {
  const found = lists.find(({ path }) => formName.startsWith(`${path}.`))
  if (found === undefined) return null
  const [entry = ''] = formName.slice(found.path.length + 1).split('.')
  return { list: found.path, entry }
}
