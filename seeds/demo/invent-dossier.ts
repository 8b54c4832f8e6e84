import { localDateOf } from '#app/domain/kernel/local-date'
import { formatSiteNumber } from '#app/domain/kernel/identifiers'
import type { Localized } from '#app/domain/kernel/localized'
import type { Answer, Building, Dossier, Ownership, Photo, SiteKind } from '#app/domain/sites/model'
import { createRandom, type Random } from '#seeds/builders/random'
import type { ReferenceTown } from '#seeds/reference/reference-data'
import { archetypes, type Archetype, type SiteEntry } from './demo-data'
import { conditions, empty, grounds, notes } from './dossier-words'
import type { DrawingName } from './drawings/catalogue'
import { inventAddress, inventPoint, surroundings } from './places'
import { inventRights } from './rights'
import { inventUtilities } from './utilities'

export type Invention = { kind: SiteKind; dossier: Dossier; drawings: readonly DrawingName[] }

type Picture = (name: DrawingName) => Photo

/** An invented site: everything follows from its number and archetype; dates lie before `confirmedAt`. */
export function inventDossier(entry: SiteEntry, town: ReferenceTown, confirmedAt: Date, picture: Picture): Invention {
  const number = formatSiteNumber({ townCode: town.code, running: entry.number })
  const random = createRandom(number)
  const archetype = archetypes[entry.archetype]
  const kind = entry.kind ?? archetype.kind
  const isLand = kind === 'land'
  const buildings = isLand ? [] : inventBuildings(random, archetype, kind)
  const areaM2 = buildings.reduce((sum, building) => sum + (building.totalAreaM2 ?? 0), 0)
  const plotHa = random.between(...archetype.ranges.plotHa, 0.1)
  const rights = inventRights(random, { entry, isLand, areaM2, plotHa, confirmedAt })
  const drawings = entry.drawings ?? random.pick(archetype.drawings)
  const dossier: Dossier = {
    identity: {
      name: entry.name,
      description: describe(random, archetype, isLand),
      address: inventAddress(random, isLand),
      cadastralNumbers: random.chance(0.4)
        ? [`00-${random.whole(101, 999)}-${random.whole(101, 199)}-${random.whole(100, 9999)}`]
        : [],
      point: inventPoint(random, entry.town, town.point.value),
    },
    rights,
    land: { plotHa: kind === 'premises' ? null : plotHa },
    buildings,
    utilities: inventUtilities({
      random,
      archetype,
      townName: town.name.kk,
      isLand,
      confirmedOn: localDateOf(confirmedAt),
    }),
    transport: inventTransport(random, entry.town, archetype),
    offeredFor: {
      sectors: random.chance(0.3) ? archetype.sectors.slice(0, 2) : archetype.sectors,
      note: random.chance(0.35) ? random.pick(notes) : empty,
      incentives: inventIncentives(random, archetype, rights.ownership),
    },
    zone: inventZone(random, archetype),
    photos: drawings.map(picture),
  }
  return { kind, dossier, drawings }
}

function describe(random: Random, { text }: Archetype, isLand: boolean): Localized {
  const more = random.pick(isLand ? grounds : conditions)
  return { kk: `${text.kk} ${more.kk}`, ru: `${text.ru} ${more.ru}`, en: `${text.en} ${more.en}` }
}

function inventBuildings(random: Random, { ranges }: Archetype, kind: SiteKind): Building[] {
  const [low, high] = ranges.areaM2 ?? [300, 1200]
  const part = kind === 'premises' ? 0.2 : 1
  const whole = random.between(low * part, high * part, 10)
  const shares = kind === 'complex' ? random.pick([[1], [0.6, 0.4], [0.5, 0.3, 0.2]] as const) : [1]
  return shares.map((share) => {
    const totalAreaM2 = Math.round((whole * share) / 10) * 10
    return {
      totalAreaM2,
      freeAreaM2: random.chance(0.3) ? null : Math.round((totalAreaM2 * random.between(0.7, 1, 0.05)) / 10) * 10,
      yearBuilt: ranges.yearBuilt && random.chance(0.9) ? random.whole(...ranges.yearBuilt) : null,
      floors: (ranges.clearHeightM?.[0] ?? 0) > 4.4 ? 1 : random.whole(1, 4),
      clearHeightM: ranges.clearHeightM && random.chance(0.85) ? random.between(...ranges.clearHeightM, 0.1) : null,
      wearPct: ranges.wearPct && random.chance(0.75) ? random.whole(...ranges.wearPct) : null,
    }
  })
}

function inventTransport(random: Random, townKey: string, { roads, ranges }: Archetype): Dossier['transport'] {
  const { highway, station } = surroundings[townKey] ?? { highway: '', station: '' }
  const hasSiding = ranges.sidingM !== null
  const railAccess = random.weigh<Dossier['transport']['railAccess']>([
    ['on_site', hasSiding ? 42 : 0],
    ['adjacent', hasSiding ? 20 : 4],
    ['distance', hasSiding ? 26 : 52],
    ['none', hasSiding ? 2 : 26],
    ['unknown', 12],
  ])
  const isOnSite = railAccess === 'on_site'
  return {
    roadSurface: random.chance(0.07) ? 'unknown' : random.pick(roads),
    highwayKm: random.chance(0.85) ? random.between(0.5, 18, 0.5) : null,
    highway,
    railAccess,
    railKm: railAccess === 'distance' ? random.between(0.4, 9, 0.1) : null,
    railSidingM: isOnSite && ranges.sidingM ? Math.max(60, random.between(...ranges.sidingM, 10)) : null,
    railStation: railAccess === 'none' || railAccess === 'unknown' ? '' : station,
  }
}

/** What needs an idle state asset is offered for state property only. */
function inventIncentives(random: Random, { incentives }: Archetype, ownership: Ownership): string[] {
  const isState = ownership === 'communal' || ownership === 'republican'
  return incentives.filter((key) => {
    if (key === 'unused_state_asset' || key === 'inkind_grant') return isState
    return random.chance(0.8)
  })
}

function inventZone(random: Random, { isIndustrial }: Archetype): Dossier['zone'] {
  const weigh = (yes: number, no: number, unknown: number) =>
    random.weigh<Answer>([
      ['yes', yes],
      ['no', no],
      ['unknown', unknown],
    ])
  if (!isIndustrial) {
    return {
      akimat_decision: weigh(0, 30, 70),
      production_premises: weigh(5, 70, 25),
      manufacturing_tenants: weigh(10, 50, 40),
      holder_consents: weigh(30, 10, 60),
    }
  }
  return {
    akimat_decision: weigh(14, 6, 80),
    production_premises: weigh(80, 4, 16),
    manufacturing_tenants: weigh(66, 6, 28),
    holder_consents: weigh(56, 4, 40),
  }
}
