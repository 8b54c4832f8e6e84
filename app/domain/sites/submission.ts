import type { SectorKey } from '#app/domain/towns/model'
import { dossierGroups, type DossierGroup, type SiteKind } from './choices'
import { wishesOf, type Weighed } from './completeness'
import type { Dossier } from './model'
import { sectorsAsking } from './sector-needs'

/**
 * Something that keeps a version from review, or that its completeness misses: the name of the form's field, and the
 * group in which it is filled in. `sectors`: whose investors ask for it, those of the site first.
 */
export type Gap = { group: DossierGroup; field: string; sectors?: SectorKey[] }

/**
 * What must be there before a version can go to review; empty when nothing is missing. `hasParent`: the site names the
 * whole that it is a part of, which premises need.
 */
export function missingForReview(kind: SiteKind, dossier: Dossier, hasParent: boolean): Gap[] {
  const gaps = required(kind, dossier, hasParent)
    .filter(([, , isThere]) => !isThere)
    .map(([group, field]): Gap => ({ group, field }))
  const hasBarePrice = dossier.rights.price !== null && dossier.rights.priceKind === null
  return hasBarePrice ? [...gaps, { group: 'rights', field: 'rights.priceKind' }] : gaps
}

type Required = [DossierGroup, string, boolean]

function required(kind: SiteKind, dossier: Dossier, hasParent: boolean): Required[] {
  const { identity, rights, land, buildings, offeredFor } = dossier
  const isLand = kind === 'land'
  const hasArea = buildings.some((building) => (building.totalAreaM2 ?? 0) > 0)
  const hasOwner = rights.ownership === 'private' || rights.ownership === 'quasi_state'
  return [
    ...(kind === 'premises' ? [['identity', 'parent', hasParent] satisfies Required] : []),
    ['identity', 'identity.name.kk', identity.name.kk.trim() !== ''],
    ['identity', 'identity.name.ru', identity.name.ru.trim() !== ''],
    ['identity', 'identity.point', identity.point !== null],
    ['rights', 'rights.tenures', rights.tenures.length > 0],
    // Nobody publishes what belongs to somebody else without being asked.
    ...(hasOwner ? [['rights', 'rights.consent', rights.consent === 'yes'] satisfies Required] : []),
    isLand
      ? ['land', 'land.plotHa', land.plotHa !== null && land.plotHa > 0]
      : ['buildings', 'buildings.0.totalAreaM2', hasArea],
    ['offer', 'offeredFor.sectors', offeredFor.sectors.length > 0],
  ]
}

/**
 * How much of what the kind needs is known: a whole percentage, and what is missing, heaviest first.
 * An answer "none" or "does not apply" is known; `unknown` and an empty number are not.
 */
export function completenessOf(
  kind: SiteKind,
  dossier: Dossier,
  hasParent: boolean,
): { percent: number; missing: Gap[] } {
  const weighed = [...required(kind, dossier, hasParent).map(toWeighed), ...wishesOf(kind, dossier)]
  const total = weighed.reduce((sum, item) => sum + item.weight, 0)
  const missing = weighed
    .filter((item) => item.known < 1)
    .sort((a, b) => b.weight - a.weight)
    .map(({ group, field }) => withSectors({ group, field }, dossier.offeredFor.sectors))
  const open = weighed.reduce((sum, item) => sum + item.weight * (1 - item.known), 0)
  return { percent: missing.length === 0 ? 100 : Math.min(99, Math.floor((100 * (total - open)) / total)), missing }
}

function withSectors(gap: Gap, offered: readonly SectorKey[]): Gap {
  const sectors = sectorsAsking(gap.field, offered)
  return sectors.length === 0 ? gap : { ...gap, sectors }
}

function toWeighed([group, field, isKnown]: Required): Weighed {
  return { group, field, weight: 3, known: isKnown ? 1 : 0 }
}

/** `missing`: it keeps the version from review. `open`: something could still be said. */
export type GroupState = 'done' | 'open' | 'missing'

/** What the editor says beside the form. */
export type DossierSummary = {
  percent: number
  /** What could still be said, heaviest first, what is required among it. */
  missing: Gap[]
  required: Gap[]
  groups: Record<DossierGroup, GroupState>
}

/** How far the dossier has come. */
export function summarize(kind: SiteKind, dossier: Dossier, hasParent: boolean): DossierSummary {
  const needed = missingForReview(kind, dossier, hasParent)
  const { percent, missing } = completenessOf(kind, dossier, hasParent)
  const stateOf = (group: DossierGroup): GroupState => {
    if (needed.some((gap) => gap.group === group)) return 'missing'
    return missing.some((gap) => gap.group === group) ? 'open' : 'done'
  }
  const groups = Object.fromEntries(dossierGroups.map((group) => [group, stateOf(group)])) as DossierSummary['groups']
  return { percent, missing, required: needed, groups }
}
