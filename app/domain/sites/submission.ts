import type { UtilityKind } from '#app/domain/kernel/quantity'
import { utilityKinds } from '#app/domain/kernel/quantity'
import { zoneQuestions, type Dossier, type SiteKind } from './model'
import { remaining } from './rules'

/** Groups of the editor, in their order. */
export const dossierGroups = [
  'identity',
  'rights',
  'premises',
  'utilities',
  'transport',
  'offer',
  'zone',
  'photos',
] as const
export type DossierGroup = (typeof dossierGroups)[number]

/**
 * Something that keeps a version from review, or that its completeness misses: the name of the form's field, and the
 * group in which it is filled in.
 */
export type Gap = { group: DossierGroup; field: string }

/** What must be there before a version can go to review; empty when nothing is missing. */
export function missingForReview(kind: SiteKind, dossier: Dossier): Gap[] {
  const gaps = required(kind, dossier)
    .filter(([, , isThere]) => !isThere)
    .map(([group, field]): Gap => ({ group, field }))
  const hasBarePrice = dossier.rights.price !== null && dossier.rights.priceKind === null
  return hasBarePrice ? [...gaps, { group: 'rights', field: 'rights.priceKind' }] : gaps
}

function required(kind: SiteKind, dossier: Dossier): [DossierGroup, string, boolean][] {
  const { identity, rights, land, buildings, offeredFor } = dossier
  const isLand = kind === 'land'
  const hasArea = buildings.some((building) => (building.totalAreaM2 ?? 0) > 0)
  return [
    ['identity', 'identity.name.kk', identity.name.kk.trim() !== ''],
    ['identity', 'identity.name.ru', identity.name.ru.trim() !== ''],
    ['identity', 'identity.point', identity.point !== null],
    ['rights', 'rights.tenures', rights.tenures.length > 0],
    isLand
      ? ['premises', 'land.plotHa', land.plotHa !== null && land.plotHa > 0]
      : ['premises', 'buildings.0.totalAreaM2', hasArea],
    ['offer', 'offeredFor.sectors', offeredFor.sectors.length > 0],
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
  const { identity, rights, land, transport, zone, photos } = dossier
  const unanswered = zoneQuestions.find((question) => zone[question] === 'unknown')
  const hasAddress = Object.values(identity.address).some((text) => text.trim() !== '')
  return [
    wish('identity', 'identity.name.en', 1, identity.name.en.trim() !== ''),
    wish('identity', 'identity.address.ru', 1, hasAddress),
    wish('identity', 'identity.cadastralNumbers', 1, identity.cadastralNumbers.length > 0),
    wish('rights', 'rights.ownership', 2, rights.ownership !== 'unknown'),
    wish('rights', 'rights.price', 2, rights.price !== null || rights.priceNegotiable),
    wish('rights', 'rights.idleSince', 1, rights.idleSince !== null),
    ...(kind === 'land' ? [] : [wish('premises', 'land.plotHa', 1, land.plotHa !== null), ...buildingItems(dossier)]),
    ...utilityItems(dossier),
    wish('transport', 'transport.roadSurface', 1, transport.roadSurface !== 'unknown'),
    wish('transport', 'transport.railAccess', 1, transport.railAccess !== 'unknown'),
    wish('zone', `zone.${unanswered ?? zoneQuestions[0]}`, 1, unanswered === undefined),
    wish('photos', 'photos', 2, photos.length > 0),
  ]
}

function wish(group: DossierGroup, field: string, weight: number, isKnown: boolean): Weighed {
  return { group, field, weight, isKnown }
}

function buildingItems({ buildings }: Dossier): Weighed[] {
  return (['yearBuilt', 'clearHeightM', 'wearPct'] as const).map((field) =>
    wish(
      'premises',
      `buildings.0.${field}`,
      1,
      buildings.some((building) => building[field] !== null),
    ),
  )
}

function utilityItems({ utilities }: Dossier): Weighed[] {
  return utilityKinds
    .filter((kind) => utilityWeights[kind] > 0)
    .map((kind) => {
      const { presence, free } = utilities[kind]
      const isAbsent = presence === 'none' || presence === 'planned'
      const isKnown = isAbsent || (presence !== 'unknown' && (free ?? remaining(utilities[kind])) !== null)
      const field = presence === 'unknown' ? 'presence' : 'free'
      return wish('utilities', `utilities.${kind}.${field}`, utilityWeights[kind], isKnown)
    })
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
  zone: Dossier['zone']
}

/** How far the dossier has come. */
export function summarize(kind: SiteKind, dossier: Dossier): DossierSummary {
  const required = missingForReview(kind, dossier)
  const { percent, missing } = completenessOf(kind, dossier)
  const stateOf = (group: DossierGroup): GroupState => {
    if (required.some((gap) => gap.group === group)) return 'missing'
    return missing.some((gap) => gap.group === group) ? 'open' : 'done'
  }
  const groups = Object.fromEntries(dossierGroups.map((group) => [group, stateOf(group)])) as DossierSummary['groups']
  return { percent, missing, required, groups, zone: dossier.zone }
}
