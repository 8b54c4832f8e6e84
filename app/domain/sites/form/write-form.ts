import type { LngLat } from '#app/domain/kernel/geo'
import type { Language, Localized } from '#app/domain/kernel/localized'
import { utilityKinds } from '#app/domain/kernel/quantity'
import type { Building, Dossier } from '../model'

/** What stands in the fields of the forms for a dossier, by name; `readGroup` reads the same dossier back. */
export type FormValues = Record<string, string[]>

const plain = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 })

/** All fields of all groups; decimals are written as people of the language type them. */
export function writeForm(dossier: Dossier, language: Language): FormValues {
  const values: FormValues = {}
  const put = (name: string, value: unknown) => {
    values[name] = [writeValue(value, language)]
  }
  const putAll = (name: string, part: Record<string, unknown>) => {
    for (const [field, value] of Object.entries(part)) put(`${name}.${field}`, value)
  }
  const putTexts = (name: string, text: Localized) => putAll(name, text)
  const { identity, rights, land, buildings, utilities, transport, offeredFor, zone, photos } = dossier
  putTexts('identity.name', identity.name)
  putTexts('identity.description', identity.description)
  putTexts('identity.address', identity.address)
  put('identity.cadastralNumbers', identity.cadastralNumbers.join('\n'))
  put('identity.point', identity.point === null ? '' : writePoint(identity.point))
  const { tenures, encumbrances, priceNegotiable, ...plainRights } = rights
  putAll('rights', plainRights)
  values['rights.tenures'] = tenures
  if (priceNegotiable) put('rights.priceNegotiable', 'on')
  putTexts('rights.encumbrances', encumbrances)
  put('land.plotHa', land.plotHa)
  buildings.forEach((building: Building, index) => putAll(`buildings.${index}`, building))
  for (const kind of utilityKinds) {
    const { provenance, ...utility } = utilities[kind]
    putAll(`utilities.${kind}`, utility)
    putAll(`utilities.${kind}.provenance`, provenance)
  }
  putAll('transport', transport)
  values['offeredFor.sectors'] = offeredFor.sectors
  values['offeredFor.incentives'] = offeredFor.incentives
  putTexts('offeredFor.note', offeredFor.note)
  putAll('zone', zone)
  for (const { fileId, alt } of photos) putTexts(`photos.${fileId}.alt`, alt)
  return values
}

/** `46.848, 74.995`: latitude first, as maps show it. */
export function writePoint([lng, lat]: LngLat): string {
  return `${plain.format(lat)}, ${plain.format(lng)}`
}

function writeValue(value: unknown, language: Language): string {
  if (typeof value === 'number') return language === 'en' ? plain.format(value) : plain.format(value).replace('.', ',')
  return typeof value === 'string' ? value : ''
}
