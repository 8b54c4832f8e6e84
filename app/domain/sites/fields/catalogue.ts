import { unitOf, utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { dossierGroups, type DossierGroup } from '../choices'
import type { Commitment, Dossier } from '../model'
import type { Field, FieldDraft } from './field'
import * as property from './property-fields'
import { utilityFields } from './utility-fields'

/**
 * Every field of a group for this dossier, in the order of its form: as many times as its lists have entries. Forms,
 * import, export and comparison all follow this list.
 */
export function fieldsOf(group: DossierGroup, dossier: Dossier): Field[] {
  return drafts[group](dossier).map((draft) => ({ ...draft, group }))
}

/** The fields of all groups. */
export function allFields(dossier: Dossier): Field[] {
  return dossierGroups.flatMap((group) => fieldsOf(group, dossier))
}

const drafts: Record<DossierGroup, (dossier: Dossier) => FieldDraft[]> = {
  identity: () => property.identityFields,
  rights: ({ rights }) => [
    ...property.rightsFields,
    ...entries('rights.steps', rights.steps.length, property.stepFields),
    ...entries('rights.encumbrances', rights.encumbrances.length, property.encumbranceFields),
  ],
  land: () => property.landFields,
  buildings: ({ buildings }) => entries('buildings', buildings.length, property.buildingFields),
  utilities: () => utilityKinds.flatMap((kind) => within(`utilities.${kind}`, utilityFields(kind))),
  transport: () => property.transportFields,
  environment: () => property.environmentFields,
  media: ({ photos, papers }) => [
    ...photos.flatMap(({ fileId }) => within(`photos.${fileId}`, property.photoFields)),
    ...papers.flatMap(({ fileId }) => within(`papers.${fileId}`, property.paperFields)),
  ],
  offer: () => property.offerFields,
  zone: () => property.zoneFields,
  commitments: ({ commitments }) => commitments.flatMap(commitmentFieldsOf),
  responsible: () => property.responsibleFields,
}

/** The added capacity is in the unit of its utility. */
function commitmentFieldsOf({ id, work }: Commitment): FieldDraft[] {
  const utility: UtilityKind | undefined = utilityKinds.find((kind) => kind === work)
  return within(`commitments.${id}`, property.commitmentFields).map((draft) =>
    draft.type === 'number' && utility !== undefined ? { ...draft, unit: unitOf[utility] } : draft,
  )
}

function entries(list: string, count: number, fields: readonly FieldDraft[]): FieldDraft[] {
  return Array.from({ length: count }, (_, index) => within(`${list}.${index}`, fields)).flat()
}

function within(path: string, fields: readonly FieldDraft[]): FieldDraft[] {
  return fields.map((field) => ({ ...field, name: `${path}.${field.name}` }))
}
