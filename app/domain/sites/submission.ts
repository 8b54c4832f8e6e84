import type { UtilityKind } from '#app/domain/kernel/quantity'
import { utilityKinds } from '#app/domain/kernel/quantity'
import type { Dossier, SiteKind } from './model'
import { remaining } from './rules'

/** Groups of the editor, in their order. */
export const dossierGroups = ['identity', 'rights', 'premises', 'utilities', 'transport', 'offer', 'photos'] as const
export type DossierGroup = (typeof dossierGroups)[number]

/** Something that keeps a version from review, or that its completeness misses; `group` says where it is filled in. */
export type Gap = { group: DossierGroup; field: string }

/** What must be there before a version can go to review; empty when nothing is missing. */
export function missingForReview(kind: SiteKind, dossier: Dossier): Gap[] {
  return required(kind, dossier)
    .filter(([, , isThere]) => !isThere)
    .map(([group, field]) => ({ group, field }))
}

function required(kind: SiteKind, dossier: Dossier): [DossierGroup, string, boolean][] {
  const { identity, rights, land, buildings, offeredFor } = dossier
  const isLand = kind === 'land'
  return [
    ['identity', 'name_kk', identity.name.kk.trim() !== ''],
    ['identity', 'name_ru', identity.name.ru.trim() !== ''],
    ['identity', 'point', identity.point !== null],
    ['rights', 'tenures', rights.tenures.length > 0],
    isLand
      ? ['premises', 'plotHa', land.plotHa !== null && land.plotHa > 0]
      : ['premises', 'totalAreaM2', buildings.some((building) => (building.totalAreaM2 ?? 0) > 0)],
    ['offer', 'sectors', offeredFor.sectors.length > 0],
  ]
}

type Weighed = { group: DossierGroup; field: string; weight: number; isKnown: boolean }

/** Weight of each utility in the completeness: what most investors ask for first. Our own judgement, no source. */
const utilityWeights: Record<UtilityKind, number> = {
  electricity: 3,
  water: 2,
  sewer: 2,
  heat: 2,
  gas: 1,
  steam: 0,
  telecom: 1,
}

/**
 * How much of what the kind needs is known: a whole percentage, and what is missing, heaviest first.
 * An answer "none" is known; `unknown` and an empty number are not.
 */
export function completenessOf(kind: SiteKind, dossier: Dossier): { percent: number; missing: Gap[] } {
  const weighed = [...required(kind, dossier).map(toWeighed), ...wished(kind, dossier)]
  const total = weighed.reduce((sum, item) => sum + item.weight, 0)
  const known = weighed.reduce((sum, item) => sum + (item.isKnown ? item.weight : 0), 0)
  const missing = weighed
    .filter((item) => !item.isKnown)
    .sort((a, b) => b.weight - a.weight)
    .map(({ group, field }) => ({ group, field }))
  return { percent: Math.floor((100 * known) / total), missing }
}

function toWeighed([group, field, isKnown]: [DossierGroup, string, boolean]): Weighed {
  return { group, field, weight: 3, isKnown }
}

function wished(kind: SiteKind, dossier: Dossier): Weighed[] {
  const { identity, rights, land, transport, photos } = dossier
  const item = (group: DossierGroup, field: string, weight: number, isKnown: boolean) => ({
    group,
    field,
    weight,
    isKnown,
  })
  return [
    item('identity', 'name_en', 1, identity.name.en.trim() !== ''),
    item(
      'identity',
      'address',
      1,
      Object.values(identity.address).some((text) => text.trim() !== ''),
    ),
    item('identity', 'cadastralNumbers', 1, identity.cadastralNumbers.length > 0),
    item('rights', 'ownership', 2, rights.ownership !== 'unknown'),
    item('rights', 'price', 2, rights.price !== null || rights.priceNegotiable),
    item('rights', 'idleSince', 1, rights.idleSince !== null),
    ...(kind === 'land' ? [] : [item('premises', 'plotHa', 1, land.plotHa !== null), ...buildingItems(dossier)]),
    ...utilityItems(dossier),
    item('transport', 'roadSurface', 1, transport.roadSurface !== 'unknown'),
    item('transport', 'railAccess', 1, transport.railAccess !== 'unknown'),
    item('photos', 'photos', 2, photos.length > 0),
  ]
}

function buildingItems({ buildings }: Dossier): Weighed[] {
  const knows = (field: 'yearBuilt' | 'clearHeightM' | 'wearPct') =>
    buildings.some((building) => building[field] !== null)
  return (['yearBuilt', 'clearHeightM', 'wearPct'] as const).map((field) => ({
    group: 'premises' as const,
    field,
    weight: 1,
    isKnown: knows(field),
  }))
}

function utilityItems({ utilities }: Dossier): Weighed[] {
  return utilityKinds
    .filter((kind) => utilityWeights[kind] > 0)
    .map((kind) => {
      const { presence, free } = utilities[kind]
      const isAbsent = presence === 'none' || presence === 'planned'
      const isKnown = isAbsent || (presence !== 'unknown' && (free ?? remaining(utilities[kind])) !== null)
      return { group: 'utilities' as const, field: kind, weight: utilityWeights[kind], isKnown }
    })
}
