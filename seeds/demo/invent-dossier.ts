import { formatSiteNumber } from '#app/domain/kernel/identifiers'
import { localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import type { Localized } from '#app/domain/kernel/localized'
import { utilityKinds } from '#app/domain/kernel/quantity'
import type { Answer, Ownership, SiteKind } from '#app/domain/sites/choices'
import type { Building, Dossier, Photo } from '#app/domain/sites/model'
import { emptyBuilding } from '#app/domain/sites/empty-dossier'
import { createRandom, type Random } from '#seeds/builders/random'
import type { ReferenceTown } from '#seeds/reference/reference-data'
import { details } from './archetype-details'
import { inventCommitments } from './commitments'
import { archetypes, type Archetype, type SiteEntry } from './demo-data'
import { conditions, empty, grounds, notes } from './dossier-words'
import type { DrawingName } from './drawings/catalogue'
import { describeBuilding, notForRooms } from './invent-buildings'
import { inventEnvironment, inventLand, inventOutline, notForLand } from './invent-land'
import { describeRoads, inventTransport } from './invent-transport'
import { inventAddress, inventPoint } from './places'
import { choosePeriods, inventResponsible } from './responsible'
import { inventRights } from './rights'
import { inventTechnical } from './technical'
import { inventUtilities } from './utilities'

export type Invention = { kind: SiteKind; dossier: Dossier; drawings: readonly DrawingName[] }

type Picture = (name: DrawingName) => Photo

export type Moments = {
  confirmedAt: Date
  now: Date
  /** Days from the confirmation to now. */
  ageDays: number
}

/**
 * An invented site: everything follows from its number and archetype. What is stated lies before the confirmation, what
 * is promised around now.
 */
export function inventDossier(
  entry: SiteEntry,
  town: ReferenceTown,
  { confirmedAt, now, ageDays }: Moments,
  picture: Picture,
): Invention {
  const number = formatSiteNumber({ townCode: town.code, running: entry.number })
  const random = createRandom(number)
  const archetype = archetypes[entry.archetype]
  const kind = entry.kind ?? archetype.kind
  const isLand = kind === 'land'
  const buildings = isLand ? [] : inventBuildings(random, archetype, kind)
  const areaM2 = buildings.reduce((sum, building) => sum + (building.totalAreaM2 ?? 0), 0)
  const plotHa = random.between(...archetype.ranges.plotHa, 0.1)
  const rights = inventRights(random, { number, entry, isLand, areaM2, plotHa, confirmedAt })
  const drawings = entry.drawings ?? random.pick(archetype.drawings)
  const confirmedOn = localDateOf(confirmedAt)
  const more = createRandom(`more:${number}`)
  const context = { random: more, kind, archetype: entry.archetype, plotHa, confirmedOn }
  const dossier: Dossier = {
    identity: inventIdentity(random, { entry, town, archetype, isLand }),
    rights,
    land: inventLand(context),
    buildings: buildings.map((building, index) => describeBuilding(building, index, context)),
    utilities: inventUtilities({ random, archetype, townName: town.name.kk, isLand, confirmedOn }),
    transport: inventTransport(random, entry.town, archetype),
    environment: inventEnvironment(context),
    offeredFor: {
      sectors: random.chance(0.3) ? archetype.sectors.slice(0, 2) : archetype.sectors,
      oked: more.chance(0.6) ? [...details[entry.archetype].oked] : [],
      note: random.chance(0.35) ? random.pick(notes) : empty,
      incentives: inventIncentives(random, archetype, rights.ownership),
    },
    zone: inventZone(random, archetype),
    photos: drawings.map(picture),
    papers: [],
    commitments: [],
    responsible: inventResponsible(entry.town, choosePeriods(number, ageDays)),
    notApplicable: [...notForRooms(buildings, entry.archetype), ...notForLand(kind, entry.archetype)],
  }
  return { kind, dossier: finish(dossier, { number, isLand, confirmedOn, today: localDateOf(now) }), drawings }
}

type Last = { number: string; isLand: boolean; confirmedOn: LocalDate; today: LocalDate }

/** What follows from the rest: what networks are like, how far things are, what is promised where something lacks. */
function finish(dossier: Dossier, { number, isLand, confirmedOn, today }: Last): Dossier {
  const random = createRandom(`technical:${number}`)
  const utilities = Object.fromEntries(
    utilityKinds.map((kind) => {
      const utility = dossier.utilities[kind]
      return [kind, { ...utility, ...inventTechnical(kind, utility, { random, confirmedOn }) }]
    }),
  ) as Dossier['utilities']
  const { point } = dossier.identity
  return {
    ...dossier,
    identity: { ...dossier.identity, outline: point && inventOutline(random, point, dossier.land.plotHa) },
    utilities,
    transport: describeRoads(random, dossier.transport, confirmedOn),
    commitments: inventCommitments({ number, utilities, isLand, today }),
  }
}

type Place = { entry: SiteEntry; town: ReferenceTown; archetype: Archetype; isLand: boolean }

function inventIdentity(random: Random, { entry, town, archetype, isLand }: Place): Dossier['identity'] {
  return {
    name: entry.name,
    description: describe(random, archetype, isLand),
    address: inventAddress(random, isLand),
    kato: '',
    cadastralNumbers: random.chance(0.4)
      ? [`00-${random.whole(101, 999)}-${random.whole(101, 199)}-${random.whole(100, 9999)}`]
      : [],
    point: inventPoint(random, entry.town, town.point.value),
    outline: null,
  }
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
      ...emptyBuilding(),
      totalAreaM2,
      freeAreaM2: random.chance(0.3) ? null : Math.round((totalAreaM2 * random.between(0.7, 1, 0.05)) / 10) * 10,
      yearBuilt: ranges.yearBuilt && random.chance(0.9) ? random.whole(...ranges.yearBuilt) : null,
      floors: (ranges.clearHeightM?.[0] ?? 0) > 4.4 ? 1 : random.whole(1, 4),
      clearHeightM: ranges.clearHeightM && random.chance(0.85) ? random.between(...ranges.clearHeightM, 0.1) : null,
      wearPct: ranges.wearPct && random.chance(0.75) ? random.whole(...ranges.wearPct) : null,
    }
  })
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
  const answers = {
    akimat_decision: weigh(14, 6, 80),
    production_premises: weigh(80, 4, 16),
    manufacturing_tenants: weigh(66, 6, 28),
    holder_consents: weigh(56, 4, 40),
  }
  // Who decided on a zone had these answers.
  const settled = { production_premises: 'yes', manufacturing_tenants: 'yes', holder_consents: 'yes' } as const
  return answers.akimat_decision === 'yes' ? { ...answers, ...settled } : answers
}
