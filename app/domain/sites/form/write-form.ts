import type { LngLat } from '#app/domain/kernel/geo'
import type { Language, Localized } from '#app/domain/kernel/localized'
import type { DossierGroup } from '../choices'
import { allFields, fieldsOf } from '../fields/catalogue'
import type { Field } from '../fields/field'
import { valueAt } from '../fields/value-at'
import type { Dossier } from '../model'

/** What stands in the fields of the forms for a dossier, by name; `readGroup` reads the same dossier back. */
export type FormValues = Record<string, string[]>

const plain = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 })

/** All fields of all groups; decimals are written as people of the language type them. */
export function writeForm(dossier: Dossier, language: Language): FormValues {
  return writeFields(allFields(dossier), dossier, language)
}

/** The fields of one group. */
export function writeGroup(group: DossierGroup, dossier: Dossier, language: Language): FormValues {
  return writeFields(fieldsOf(group, dossier), dossier, language)
}

function writeFields(fields: readonly Field[], dossier: Dossier, language: Language): FormValues {
  const values: FormValues = {}
  for (const field of fields) {
    const { name } = field
    if (field.mayNotApply) values[`${name}.applies`] = [dossier.notApplicable.includes(name) ? 'no' : 'yes']
    Object.assign(values, writeField(field, valueAt(dossier, name), language))
  }
  return values
}

/** What stands in the form for the value of one field; texts in three languages are three fields of the form. */
export function writeField({ name, type }: Field, value: unknown, language: Language): FormValues {
  switch (type) {
    case 'localized_line':
    case 'localized_text': {
      const { kk, ru, en } = value as Localized
      return { [`${name}.kk`]: [kk], [`${name}.ru`]: [ru], [`${name}.en`]: [en] }
    }
    case 'boxes':
    case 'incentives':
      // In one order whatever order they were ticked in, so that equal answers are equal texts.
      return { [name]: [...(value as string[])].sort() }
    case 'box':
      return { [name]: value === true ? ['on'] : [] }
    case 'lines':
      return { [name]: [(value as string[]).join('\n')] }
    case 'point':
      return { [name]: [value === null ? '' : writePoint(value as LngLat)] }
    case 'outline':
      return { [name]: [value === null ? '' : (value as LngLat[]).map(writePoint).join('\n')] }
    default:
      return { [name]: [writeValue(value, language)] }
  }
}

/** `46.848, 74.995`: latitude first, as maps show it. */
export function writePoint([lng, lat]: LngLat): string {
  return `${plain.format(lat)}, ${plain.format(lng)}`
}

function writeValue(value: unknown, language: Language): string {
  if (typeof value === 'number') return language === 'en' ? plain.format(value) : plain.format(value).replace('.', ',')
  return typeof value === 'string' ? value : ''
}
