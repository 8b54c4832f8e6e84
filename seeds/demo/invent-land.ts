import type { LngLat } from '#app/domain/kernel/geo'
import type { LocalDate } from '#app/domain/kernel/local-date'
import type { SiteKind } from '#app/domain/sites/choices'
import { emptyDossier, noText } from '#app/domain/sites/empty-dossier'
import type { Dossier } from '#app/domain/sites/model'
import type { Random } from '#seeds/builders/random'
import { details, soils } from './archetype-details'
import type { SiteEntry } from './demo-data'
import { moveBy } from './places'
import { inventProvenance, known, sourceOrNone } from './provenance'

type Context = {
  random: Random
  kind: SiteKind
  archetype: SiteEntry['archetype']
  plotHa: number
  confirmedOn: LocalDate
}

/** The plot: what is free is a part of it, and one piece a part of what is free. Rooms in a building have none. */
export function inventLand({ random, kind, archetype, plotHa, confirmedOn }: Context): Dossier['land'] {
  const blank = emptyDossier('land').land
  const { land, sanitaryZoneM } = details[archetype]
  if (kind === 'premises') return blank
  const freeHa = kind === 'land' ? plotHa : round(plotHa * random.between(0.35, 0.85, 0.05))
  const isIndustrial = sanitaryZoneM !== null
  return {
    plotHa,
    freeHa: known(random, 0.65, freeHa, null),
    largestPieceHa: known(random, 0.5, kind === 'land' ? freeHa : round(freeHa * random.between(0.5, 1, 0.1)), null),
    category: known(random, 0.75, isIndustrial && random.chance(0.4) ? 'industry' : 'settlement', 'unknown'),
    designatedUse: known(random, 0.7, land, noText()),
    slopePct: known(random, 0.55, random.between(0, 4, 0.5), null),
    flood: random.weigh<Dossier['land']['flood']>([
      ['none', 52],
      ['possible', 10],
      ['unknown', 38],
    ]),
    sanitaryZoneM: isIndustrial ? known(random, 0.6, sanitaryZoneM, null) : null,
    provenance: sourceOrNone(random, 0.75, () => inventProvenance(random, confirmedOn, ['document', 'survey'])),
  }
}

/** Corners of a plot of that size around its point, turned somehow; null when nobody has drawn it. */
export function inventOutline(random: Random, point: LngLat, plotHa: number | null): LngLat[] | null {
  if (plotHa === null || !random.chance(0.6)) return null
  const ratio = random.between(0.6, 1.6, 0.1)
  const turn = (random.whole(-25, 25) * Math.PI) / 180
  const width = Math.sqrt(plotHa * 10_000 * ratio) / 1000
  const depth = (plotHa * 10_000) / 1_000_000 / width
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const
  return corners.map(([across, along]) => {
    const east = (across * width) / 2
    const north = (along * depth) / 2
    return moveBy(point, {
      eastKm: east * Math.cos(turn) - north * Math.sin(turn),
      northKm: east * Math.sin(turn) + north * Math.cos(turn),
    })
  })
}

/** What was done on the site, and what that left in the ground. */
export function inventEnvironment({
  random,
  archetype,
  confirmedOn,
}: Pick<Context, 'random' | 'archetype' | 'confirmedOn'>): Dossier['environment'] {
  const { past, pastOked, soil } = details[archetype]
  const contamination = random.weigh(soils[soil].contamination)
  const isExamined = contamination === 'proven' || contamination === 'treated'
  return {
    pastActivity: past !== null && random.chance(0.85) ? past : noText(),
    pastOked: random.chance(0.75) ? pastOked : '',
    contamination,
    hazardClass: random.weigh(soils[soil].hazard),
    permits: noText(),
    provenance: sourceOrNone(random, isExamined ? 1 : 0.5, () =>
      inventProvenance(random, confirmedOn, isExamined ? ['survey'] : ['visual', 'document', 'estimate']),
    ),
  }
}

/** Questions that do not arise where no plot belongs to the site, or nothing stood on it. */
export function notForLand(kind: SiteKind, archetype: SiteEntry['archetype']): string[] {
  return [
    ...(kind === 'premises' ? ['land.slopePct', 'land.sanitaryZoneM'] : []),
    ...(kind === 'land' ? ['rights.idleSince'] : []),
    ...(details[archetype].past === null ? ['environment.pastActivity'] : []),
    ...(kind !== 'premises' && details[archetype].sanitaryZoneM === null ? ['land.sanitaryZoneM'] : []),
  ]
}

function round(hectares: number): number {
  return Math.max(0.1, Math.round(hectares * 10) / 10)
}
