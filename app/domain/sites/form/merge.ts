import type { Language } from '#app/domain/kernel/localized'
import type { DossierGroup } from '../choices'
import type { Dossier } from '../model'
import type { FormFields } from './form-fields'
import { writeGroup, type FormValues } from './write-form'

/** A field that two people changed: what stands in the draft now. */
export type Conflicts = Record<string, { theirs: string[] }>

const basePrefix = 'base.'

/** Whether the form says what its fields were based on, so that it can be merged with what others saved. */
export function hasBases(fields: FormFields): boolean {
  return [...fields.keys()].some((name) => name.startsWith(basePrefix))
}

/**
 * Takes out of the form the fields that somebody else changed since their base: those of which draft, base and form say
 * three different things. `base.<name>` carries what stood in the field when its author began.
 */
export function mergeForm(
  group: DossierGroup,
  dossier: Dossier,
  fields: FormFields,
  language: Language,
): { fields: FormFields; conflicts: Conflicts } {
  const now = writeGroup(group, dossier, language)
  const conflicts: Conflicts = {}
  const taken = new Map<string, readonly string[]>()
  for (const [name, typed] of fields) {
    if (name.startsWith(basePrefix)) continue
    const field = name.replace(/\.shown$/, '')
    const base = fields.get(`${basePrefix}${field}`)?.at(-1)
    const theirs = now[field]
    const typedHere = fields.get(field) ?? []
    const mine = fields.has(`${field}.shown`) ? [...typedHere].sort() : typedHere
    if (base !== undefined && theirs !== undefined && isChanged(theirs, base) && !isSame(theirs, mine, field)) {
      conflicts[field] = { theirs }
    } else {
      taken.set(name, typed)
    }
  }
  return { fields: taken, conflicts }
}

/**
 * What the lists of the group look like: fields named by their place mean something else when that changes. `order` is
 * that of the version, see `LastSave`; the lengths tell of what changed them in another way, e.g. an import.
 */
export function shapeOf(group: DossierGroup, dossier: Dossier, order: string): string {
  if (group === 'buildings') return `${order} ${dossier.buildings.length}`
  if (group === 'rights') return `${order} ${dossier.rights.steps.length} ${dossier.rights.encumbrances.length}`
  return ''
}

/** What the form of the group would show otherwise after than before. */
export function changedValues(group: DossierGroup, before: Dossier, after: Dossier, language: Language): FormValues {
  const old = writeGroup(group, before, language)
  const now = writeGroup(group, after, language)
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => textOf(old[name] ?? []) !== textOf(value)))
}

function isChanged(theirs: readonly string[], base: string): boolean {
  return textOf(theirs) !== base.replace(/\r\n?/g, '\n')
}

/** Of `<name>.applies` a box lies over a hidden field: the last one counts. */
function isSame(theirs: readonly string[], mine: readonly string[], name: string): boolean {
  return textOf(theirs) === textOf(name.endsWith('.applies') ? mine.slice(-1) : mine)
}

function textOf(values: readonly string[]): string {
  return values.join('\n').replace(/\r\n?/g, '\n')
}
