import { dossierGroups, type DossierGroup, type SiteKind } from '#app/domain/sites/choices'
import { wishesOf } from '#app/domain/sites/completeness'
import type { Dossier } from '#app/domain/sites/model'

/** Clicks of one client that count in an hour. */
export const hourlyClicks = 40

/** What decides for an investor, by the last part of the field's name; engineers' details are left to the inquiry. */
const wanted: Partial<Record<DossierGroup, readonly string[]>> = {
  utilities: ['free', 'presence'],
  rights: ['price', 'ownership', 'idleSince', 'encumbranceState'],
  land: ['plotHa', 'freeHa', 'largestPieceHa', 'category', 'designatedUse'],
  buildings: ['freeAreaM2', 'clearHeightM', 'floorLoadTM2', 'cranes', 'yearBuilt', 'wearPct'],
  transport: ['roadSurface', 'highwayKm', 'railAccess', 'railKm', 'railSidingM'],
}

/** Names of the fields that investors ask for and the dossier does not know; of several silent buildings the first. */
export function missingValues(kind: SiteKind, dossier: Dossier): string[] {
  return wishesOf(kind, dossier)
    .filter(({ field, known }) => known < 1 && isWanted(field))
    .map(({ field }) => field)
}

function isWanted(field: string): boolean {
  const name = field.replace(/\.(kk|ru|en)$/, '')
  const group = dossierGroups.find((candidate) => name.startsWith(`${candidate}.`))
  return group !== undefined && (wanted[group] ?? []).includes(name.slice(name.lastIndexOf('.') + 1))
}

/** Where in the editor a field stands; of many buildings the one is opened. */
export function editorPlace(field: string): string {
  const [group = ''] = field.split('.')
  const [, entry] = /^buildings\.(\d+)\./.exec(field) ?? []
  return `?group=${group}${entry === undefined ? '' : `&entry=${entry}`}#${field}`
}
