import type { DossierGroup } from '../choices'

/** Units of the number fields; their words are `ui.unit.<unit>`. */
export type FieldUnit =
  | 'kW'
  | 'm3_day'
  | 'Gcal_h'
  | 'm3_h'
  | 't_h'
  | 'Mbit_s'
  | 'm2'
  | 'm3'
  | 'ha'
  | 'm'
  | 'mm'
  | 'km'
  | 'kV'
  | 't'
  | 't_m2'
  | 'MPa'
  | 'percent'
  | 'working_day'
  | 'KZT'

/**
 * How the value of a field is typed, stored and shown.
 * `line`, `text`: text on one line, or on several. `localized`: the same in three languages, fields `<name>.kk`, `.ru`, `.en`.
 * `number`: null when unknown, `emptyMeans` where it is never unknown. `money`: whole tenge. `choice`: always one of the options, `unknown` among them.
 * `optional`: one of the options or null. `boxes`: any of them. `box`: yes or no. `lines`: texts, one a line.
 */
export type FieldType =
  | { type: 'line' | 'text' | 'localized_line' | 'localized_text'; max: number }
  | { type: 'number'; max: number; min?: number; isWhole?: boolean; unit?: FieldUnit; emptyMeans?: number }
  | { type: 'money' | 'year' | 'month' | 'box' | 'point' | 'outline' | 'link' | 'incentives' }
  | { type: 'day'; mayBeLater: boolean }
  | { type: 'choice' | 'optional' | 'boxes'; options: readonly string[]; words: string }
  | { type: 'lines'; reads: 'cadastral' | 'oked'; most: number }

/**
 * One value of the dossier. `name` is its path in the dossier and the name of its form field; entries of lists are named by
 * their place (`buildings.0.wearPct`) or by their id (`photos.<fileId>.alt`). `label` is the key of its words.
 */
export type Field = FieldType & {
  name: string
  label: string
  group: DossierGroup
  /** The akimat may say that the question does not apply to this site. */
  mayNotApply?: true
  /** Never shown outside the akimat. */
  isInternal?: true
}

/** A field before it knows its group; `name` may be relative to a list entry. */
export type FieldDraft = FieldType & Pick<Field, 'name' | 'label' | 'mayNotApply' | 'isInternal'>

/** Words of the fields of the first format stand in the room `sites`, the others in `dossier`. */
const firstWords = new Set([
  ...['name', 'description', 'address', 'cadastralNumbers', 'point', 'ownership', 'tenures', 'priceKind', 'price'],
  ...['priceNegotiable', 'idleSince', 'encumbrances', 'plotHa', 'totalAreaM2', 'freeAreaM2', 'yearBuilt', 'floors'],
  ...[
    'clearHeightM',
    'wearPct',
    'presence',
    'installed',
    'used',
    'reserved',
    'free',
    'distanceM',
    'operator',
    'source',
  ],
  ...['reference', 'asOf', 'validUntil', 'roadSurface', 'highwayKm', 'highway', 'railAccess', 'railKm', 'railSidingM'],
  ...['railStation', 'sectors', 'note', 'incentives'],
])

function labelOf(name: string): string {
  const last = name.slice(name.lastIndexOf('.') + 1)
  return firstWords.has(last) ? `sites.field.${last}` : `dossier.field.${last}`
}

export function named<Type extends FieldType>(name: string, type: Type): Type & { name: string; label: string } {
  return { ...type, name, label: labelOf(name) }
}

/** The same with words of its own, where the last part of the name would not say what it is. */
export function labelled<Draft extends FieldDraft>(draft: Draft, word: string): Draft {
  return { ...draft, label: `dossier.field.${word}` }
}

export function number(name: string, max: number, unit?: FieldUnit): FieldDraft {
  return named(name, { type: 'number', max, unit })
}

/** A number without decimals. */
export function whole(name: string, max: number, unit?: FieldUnit, min?: number): FieldDraft {
  return named(name, { type: 'number', max, min, unit, isWhole: true })
}

export function choice(name: string, options: readonly string[], words: string): FieldDraft {
  return named(name, { type: 'choice', options, words })
}
