import type { LocalDate } from '#app/domain/kernel/local-date'
import type { DossierGroup, SiteKind } from '../choices'
import { fieldsOf } from '../fields/catalogue'
import type { Field } from '../fields/field'
import { valueAt, withValue } from '../fields/value-at'
import type { Dossier } from '../model'
import { checkGroup } from './check-group'
import { FieldReader } from './field-reader'
import { typedText, type Faults, type FormFields } from './form-fields'
import { readField } from './read-field'

export type FormContext = {
  kind: SiteKind
  today: LocalDate
  /** Keys of the measures of support that may be named. */
  incentives: readonly string[]
}

/**
 * The dossier with what one group's form says. Every value that can be taken is taken; the others keep what the dossier
 * had and are named in `faults`, so that half a form is never lost for one wrong field. A field that the form does not have
 * keeps its value, so a form may carry a part of the group.
 */
export function readGroup(
  group: DossierGroup,
  dossier: Dossier,
  fields: FormFields,
  context: FormContext,
): { dossier: Dossier; faults: Faults } {
  const reader = new FieldReader(fields, context.today)
  let next = dossier
  for (const field of fieldsOf(group, dossier)) {
    const before = valueAt(dossier, field.name)
    const value = readField(reader, field, before, context.incentives)
    if (value !== before) next = withValue(next, field.name, value)
    next = readApplies(next, field, fields)
  }
  return { dossier: checkGroup(reader, group, next), faults: reader.faults }
}

/** `<name>.applies` says `no` for a question that does not apply to the site; then the field has no value. */
export function readApplies(dossier: Dossier, field: Field, fields: FormFields): Dossier {
  if (!field.mayNotApply) return dossier
  const answer = typedText(fields, `${field.name}.applies`)
  const others = dossier.notApplicable.filter((name) => name !== field.name)
  if (answer === null) return dossier
  if (answer !== 'no') return { ...dossier, notApplicable: others }
  return withValue({ ...dossier, notApplicable: [...others, field.name] }, field.name, blankOf(field))
}

function blankOf(field: Field): unknown {
  if (field.type === 'line') return ''
  return field.type.startsWith('localized') ? { kk: '', ru: '', en: '' } : null
}
