import { dossierGroups, type DossierGroup, type SiteKind } from '../choices'
import { emptyBuilding, emptyDossier } from '../empty-dossier'
import type { Field } from '../fields/field'
import { valueAt, withValue } from '../fields/value-at'
import { checkValues } from '../form/check-group'
import { FieldReader } from '../form/field-reader'
import type { Faults, FormFields } from '../form/form-fields'
import { readField } from '../form/read-field'
import { readApplies, type FormContext } from '../form/read-group'
import type { Dossier } from '../model'
import { fieldOf } from './columns'

/**
 * The dossier that a row makes out of `base` (null: of a new site), read field by field as the forms of the editor do it, and
 * checked like them. `faults` are by the name of the field; `ruledOut` are the fields whose value another answer does not
 * allow, such as the capacity of a network of which nobody says that it is there.
 */
export function buildDossier(
  base: Dossier | null,
  kind: SiteKind,
  fields: FormFields,
  context: Omit<FormContext, 'kind'>,
): { dossier: Dossier; faults: Faults; ruledOut: string[] } {
  const reader = new FieldReader(fields, context.today)
  const touched = touchedFields(fields)
  let dossier = withBuildings(base ?? emptyDossier(kind), fields)
  for (const group of dossierGroups) {
    const own = touched.get(group)
    if (own === undefined) continue
    for (const field of own) {
      const before = valueAt(dossier, field.name)
      const value = readField(reader, field, before, context.incentives)
      if (value !== before) dossier = withValue(dossier, field.name, value)
      dossier = readApplies(dossier, field, fields)
    }
    dossier = checkValues(reader, group, dossier)
  }
  if (base !== null) dossier = withFormerOrder(dossier, base, fields)
  const { faults } = reader
  const ruledOut = [...fields.keys()].filter(
    (name) => !(name in faults) && isLost(dossier, name, fields.get(name)?.[0]),
  )
  return { dossier, faults, ruledOut }
}

/** The fields that a row says something about, by group: most rows speak of a tenth of them. */
function touchedFields(fields: FormFields): Map<DossierGroup, Set<Field>> {
  const touched = new Map<DossierGroup, Set<Field>>()
  for (const name of fields.keys()) {
    const field = fieldOf(name.replace(/\.(?:kk|ru|en|applies|shown)$/, ''))
    if (field === undefined) continue
    const own = touched.get(field.group)
    if (own === undefined) touched.set(field.group, new Set([field]))
    else own.add(field)
  }
  return touched
}

/** Rooms for the buildings that the row says something about. */
function withBuildings(dossier: Dossier, fields: FormFields): Dossier {
  let count = 0
  for (const [name, texts] of fields) {
    const place = /^buildings\.(\d+)\./.exec(name)?.[1]
    if (place !== undefined && texts.some((text) => text !== '' && text !== 'unknown')) {
      count = Math.max(count, Number(place) + 1)
    }
  }
  const missing = count - dossier.buildings.length
  if (missing <= 0) return dossier
  return { ...dossier, buildings: [...dossier.buildings, ...Array.from({ length: missing }, emptyBuilding)] }
}

/** Ticked boxes have no order: the same ones in another order are no change. */
function withFormerOrder(dossier: Dossier, base: Dossier, fields: FormFields): Dossier {
  let next = dossier
  for (const name of fields.keys()) {
    if (!name.endsWith('.shown')) continue
    const field = name.slice(0, -'.shown'.length)
    const [before, after] = [valueAt(base, field), valueAt(next, field)]
    if (Array.isArray(before) && Array.isArray(after) && sameMembers(before, after))
      next = withValue(next, field, before)
  }
  const { notApplicable } = base
  return sameMembers(notApplicable, next.notApplicable) ? { ...next, notApplicable } : next
}

function sameMembers(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((member) => other.includes(member))
}

function isLost(dossier: Dossier, name: string, typed: string | undefined): boolean {
  if (typed === undefined || typed === '' || /\.(applies|shown)$/.test(name)) return false
  return valueAt(dossier, name) === null
}
