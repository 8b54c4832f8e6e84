import type { LocalDate } from '#app/domain/kernel/local-date'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import type { Dossier } from '#app/domain/sites/model'
import type { Random } from '#seeds/builders/random'
import type { Archetype } from './demo-data'
import { surroundings } from './places'
import { inventProvenance, known, sourceOrNone } from './provenance'

type Transport = Dossier['transport']

export function inventTransport(random: Random, townKey: string, { roads, ranges }: Archetype): Transport {
  const place = surroundings[townKey]
  const hasSiding = ranges.sidingM !== null
  const railAccess = random.weigh<Transport['railAccess']>([
    ['on_site', hasSiding ? 42 : 0],
    ['adjacent', hasSiding ? 20 : 4],
    ['distance', hasSiding ? 26 : 52],
    ['none', hasSiding ? 2 : 26],
    ['unknown', 12],
  ])
  const isOnSite = railAccess === 'on_site'
  return {
    ...emptyDossier('land').transport,
    roadSurface: random.chance(0.07) ? 'unknown' : random.pick(roads),
    highwayKm: random.chance(0.85) ? random.between(0.5, 18, 0.5) : null,
    highway: place?.highway ?? '',
    railAccess,
    railKm: railAccess === 'distance' ? random.between(0.4, 9, 0.1) : null,
    railSidingM: isOnSite && ranges.sidingM ? Math.max(60, random.between(...ranges.sidingM, 10)) : null,
    railStation: railAccess === 'none' || railAccess === 'unknown' ? '' : (place?.station ?? ''),
    airport: place?.airport ?? '',
    airportKm: place?.airportKm ?? null,
    borderCrossing: place?.border ?? '',
  }
}

/** Widths, the state of the siding and the way to the station, as far as somebody measured them. */
export function describeRoads(random: Random, transport: Transport, confirmedOn: LocalDate): Transport {
  const { roadSurface, railAccess, railKm } = transport
  const isByRail = railAccess === 'on_site' || railAccess === 'adjacent'
  const condition = random.pick(['working', 'repair', 'repair', 'unusable'] as const)
  const hasStation = transport.railStation !== '' && random.chance(0.7)
  const provenance = (isSaid: boolean) =>
    sourceOrNone(random, isSaid ? 0.6 : 0, () =>
      inventProvenance(random, confirmedOn, ['visual', 'document', 'survey']),
    )
  return {
    ...transport,
    roadWidthM: roadSurface === 'unknown' ? null : known(random, 0.6, random.pick([3.5, 6, 6, 7]), null),
    railCondition: isByRail ? known(random, 0.7, condition, 'unknown') : 'unknown',
    stationKm: hasStation ? Math.max(railKm ?? 0, random.between(0.8, 11, 0.1)) : null,
    provenance: { road: provenance(roadSurface !== 'unknown'), rail: provenance(railAccess !== 'unknown') },
  }
}
