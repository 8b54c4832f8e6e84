import type { Dossier } from '../model'

type Entry = Record<string, unknown>

/** The value that a field's name leads to; undefined when there is no such place. */
export function valueAt(dossier: Dossier, name: string): unknown {
  let value: unknown = dossier
  for (const step of name.split('.')) value = follow(value, step)
  return value
}

/** The dossier with another value in that place; everything around it is the same. */
export function withValue(dossier: Dossier, name: string, value: unknown): Dossier {
  return replaced(dossier, name.split('.'), value) as Dossier
}

function replaced(holder: unknown, [step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(holder)) {
    const place = placeOf(holder, step)
    return holder.map((entry: unknown, index) => (index === place ? replaced(entry, rest, value) : entry))
  }
  if (!isEntry(holder) || !(step in holder)) return holder
  return { ...holder, [step]: replaced(holder[step], rest, value) }
}

function follow(holder: unknown, step: string): unknown {
  if (Array.isArray(holder)) return holder[placeOf(holder, step)]
  return isEntry(holder) ? holder[step] : undefined
}

/** Entries are named by their place, photographs and papers by their file, commitments by their id. */
function placeOf(list: readonly unknown[], step: string): number {
  if (/^\d+$/.test(step)) return Number(step)
  return list.findIndex((entry) => isEntry(entry) && (entry.fileId === step || entry.id === step))
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
