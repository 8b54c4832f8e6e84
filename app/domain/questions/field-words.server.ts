import { utilityKinds } from '#app/domain/kernel/quantity'
import { entryOf, fieldNamed } from '#app/domain/sites/fields/field-named'
import { valueAt } from '#app/domain/sites/fields/value-at'
import type { Dossier } from '#app/domain/sites/model'
import { plain, startSmall, type Voice } from '#app/domain/sites/passport/said'
import { sayField } from '#app/domain/sites/passport/say-field'

/** What a field is called where nothing around it says what it is a part of: "Water: free capacity". */
export function sayFieldName(name: string, voice: Voice): string {
  const field = fieldNamed(name)
  if (field === null) return name
  const what = voice.word(field.label)
  const utility = utilityKinds.find((kind) => name.startsWith(`utilities.${kind}.`))
  if (utility !== undefined) return `${voice.t(`sites.utility.${utility}`)}: ${startSmall(what)}`
  const entry = entryOf(name)
  if (entry?.list !== 'buildings') return what
  const number = voice.format.number(Number(entry.entry) + 1)
  return `${voice.t('akimat.building', { number })}: ${startSmall(what)}`
}

/** The value in words; empty for what is not said in words, e.g. a price to be agreed. */
export function sayFieldValue(name: string, dossier: Dossier, voice: Voice): string {
  const field = fieldNamed(name)
  const said = field && sayField(field, valueAt(dossier, name), voice)
  return said === null ? '' : plain(said)
}
