import { emptyBuilding, emptyCommitment, emptyEncumbrance, emptyStep } from './empty-dossier'
import { mostOf } from './limits'
import type { Dossier } from './model'

/** Lists of the dossier that a press of a button makes longer or shorter. */
const lists = ['buildings', 'steps', 'encumbrances', 'commitments', 'photos', 'papers'] as const
type List = (typeof lists)[number]

/** Changes of a dossier that are a press of a button instead of a value in a field. `entry`: its place, or its id. */
export type Operation =
  | { does: 'add'; list: List }
  | { does: 'remove' | 'move_up'; list: List; entry: string }
  | { does: 'copy'; list: 'buildings'; entry: string }

/** The operation that a button's value `<what>:<list>:<entry>` names; null for anything else. */
export function parseOperation(text: string): Operation | null {
  const [does, listName, entry = ''] = text.split(':')
  const list = lists.find((candidate) => candidate === listName)
  if (list === undefined) return null
  if (does === 'add' && list !== 'photos' && list !== 'papers') return { does, list }
  if (does === 'copy' && list === 'buildings' && /^\d{1,3}$/.test(entry)) return { does, list, entry }
  if ((does === 'remove' || does === 'move_up') && /^[0-9a-f][0-9a-f-]{0,35}$/.test(entry)) return { does, list, entry }
  return null
}

/** The dossier after the operation; unchanged when what it is about is not there. `newId` is for what needs an id. */
export function applyOperation(dossier: Dossier, operation: Operation, newId: string): Dossier {
  if (operation.does === 'copy') return withCopy(dossier, Number(operation.entry))
  const before = listOf(dossier, operation.list)
  const after = changed(before, operation, newId)
  if (after === before) return dossier
  const next = withList(dossier, operation.list, after)
  return operation.list === 'buildings' ? { ...next, notApplicable: renumbered(dossier, next) } : next
}

/** The same building once more, at the end of the list, with what does not apply to it. */
function withCopy(dossier: Dossier, place: number): Dossier {
  const building = dossier.buildings[place]
  if (building === undefined || dossier.buildings.length >= mostOf.buildings) return dossier
  const own = `buildings.${place}.`
  const copied = dossier.notApplicable
    .filter((name) => name.startsWith(own))
    .map((name) => `buildings.${dossier.buildings.length}.${name.slice(own.length)}`)
  return {
    ...dossier,
    buildings: [...dossier.buildings, structuredClone(building)],
    notApplicable: [...dossier.notApplicable, ...copied],
  }
}

type Entries = readonly unknown[]

function changed(entries: Entries, operation: Exclude<Operation, { does: 'copy' }>, newId: string): Entries {
  if (operation.does === 'add') {
    if (entries.length >= mostOf[operation.list]) return entries
    return [...entries, newEntry(operation.list, newId)]
  }
  const place = placeOf(entries, operation.entry)
  const entry = entries[place]
  if (entry === undefined) return entries
  const others = entries.filter((_, index) => index !== place)
  if (operation.does === 'remove') return others
  return place === 0 ? entries : [...others.slice(0, place - 1), entry, ...others.slice(place - 1)]
}

function newEntry(list: List, newId: string): unknown {
  if (list === 'buildings') return emptyBuilding()
  if (list === 'steps') return emptyStep()
  return list === 'encumbrances' ? emptyEncumbrance() : emptyCommitment(newId)
}

function placeOf(entries: Entries, entry: string): number {
  if (/^\d+$/.test(entry)) return Number(entry)
  return entries.findIndex((candidate) => {
    const { fileId, id } = candidate as { fileId?: string; id?: string }
    return fileId === entry || id === entry
  })
}

function listOf(dossier: Dossier, list: List): Entries {
  return list === 'steps' || list === 'encumbrances' ? dossier.rights[list] : dossier[list]
}

function withList(dossier: Dossier, list: List, entries: Entries): Dossier {
  if (list === 'steps' || list === 'encumbrances') {
    return { ...dossier, rights: { ...dossier.rights, [list]: entries } }
  }
  return { ...dossier, [list]: entries }
}

/** What does not apply to a building follows it to its new place. */
function renumbered(before: Dossier, after: Dossier): string[] {
  return before.notApplicable.flatMap((name) => {
    const [list, place, ...field] = name.split('.')
    if (list !== 'buildings') return [name]
    const moved = before.buildings[Number(place)]
    const now = moved === undefined ? -1 : after.buildings.indexOf(moved)
    return now < 0 ? [] : [[list, now, ...field].join('.')]
  })
}
