import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { zoneQuestions, type DossierGroup, type SiteKind } from './choices'
import { valueAt } from './fields/value-at'
import type { Dossier } from './model'
import { remaining } from './rules'
import { utilityWeights } from './sector-needs'

/** A question of the completeness with its weight and how far it is answered, 0 to 1. */
export type Weighed = { group: DossierGroup; field: string; weight: number; known: number }

/**
 * Weights of single fields: 3 is what nobody decides without (submission.ts), 1 what most ask, below 1 what an engineer
 * asks later. Our own judgement, no source. Utilities and buildings have tables of their own.
 */
const weights: Partial<Record<DossierGroup, Record<string, number>>> = {
  identity: { cadastralNumbers: 1, description: 0.5, outline: 0.5 },
  rights: { ownership: 2, idleSince: 1, encumbranceState: 1.5, 'provenance.ownership.source': 0.5 },
  transport: { roadSurface: 1, highwayKm: 1, stationKm: 0.25, airportKm: 0.25, borderKm: 0.25 },
  environment: { contamination: 1, pastActivity: 0.5, hazardClass: 0.25, permits: 0.25 },
  responsible: { name: 0.5, phone: 0.5 },
}

const landWeights = {
  ...{ freeHa: 1, largestPieceHa: 0.5, category: 0.5, designatedUse: 1 },
  ...{ slopePct: 0.5, flood: 0.5, sanitaryZoneM: 0.5 },
}

/** Of a plot with buildings less is asked. */
const yardWeights = { plotHa: 1, freeHa: 0.5, category: 0.5, flood: 0.25, sanitaryZoneM: 0.25 }

const buildingWeights: Record<string, number> = {
  ...{ freeAreaM2: 1, yearBuilt: 1, clearHeightM: 1, wearPct: 1 },
  ...{ use: 0.5, floors: 0.5, walls: 0.5, floorLoadTM2: 0.5, cranes: 0.5, columnGrid: 0.25, gateCount: 0.25 },
  ...{ 'condition.roof': 0.5, 'condition.walls': 0.5, 'condition.foundation': 0.25, 'condition.networks': 0.25 },
  ...{ asbestos: 0.25, surveyedOn: 0.25 },
}

const technicalWeights: Partial<Record<UtilityKind, Record<string, number>>> = {
  electricity: { voltageKv: 0.5, reliability: 0.5 },
  water: { waterQuality: 0.25 },
}
const connectionWeights: Record<string, number> = {
  distanceM: 0.25,
  'conditions.state': 0.25,
  'provenance.source': 0.5,
}

/** Everything that the kind of site should say beside what is required, with what is known of it. */
export function wishesOf(kind: SiteKind, dossier: Dossier): Weighed[] {
  const { rights, zone, photos, offeredFor, identity } = dossier
  const unanswered = zoneQuestions.find((question) => zone[question] === 'unknown')
  return [
    wish('identity', 'identity.name.en', 1, isSaid(identity.name.en)),
    wish('identity', 'identity.address.ru', 1, isSaid(identity.address)),
    ...listed(dossier, 'identity', 'identity', weights.identity),
    wish('rights', 'rights.price', 2, rights.price !== null || rights.priceNegotiable),
    wish('rights', 'rights.steps', 1, rights.steps.length > 0),
    ...listed(dossier, 'rights', 'rights', weights.rights),
    ...landWishes(kind, dossier),
    ...(kind === 'land' ? [] : buildingWishes(dossier)),
    ...utilityKinds.flatMap((utility) => utilityWishes(dossier, utility)),
    ...listed(dossier, 'transport', 'transport', weights.transport),
    ...railWishes(dossier),
    ...listed(dossier, 'environment', 'environment', weights.environment),
    wish('zone', `zone.${unanswered ?? zoneQuestions[0]}`, 1, unanswered === undefined),
    wish('offer', 'offeredFor.note', 0.5, isSaid(offeredFor.note)),
    wish('media', 'photos', 2, photos.length > 0),
    ...listed(dossier, 'responsible', 'responsible', weights.responsible),
  ]
}

function wish(group: DossierGroup, field: string, weight: number, isKnown: boolean): Weighed {
  return { group, field, weight, known: isKnown ? 1 : 0 }
}

function listed(dossier: Dossier, group: DossierGroup, path: string, table: Record<string, number> = {}): Weighed[] {
  return Object.entries(table).map(([last, weight]) => {
    const field = `${path}.${last}`
    const formField = isLocalized(valueAt(dossier, field)) ? `${field}.ru` : field
    return wish(group, formField, weight, isAnswered(dossier, field))
  })
}

function landWishes(kind: SiteKind, dossier: Dossier): Weighed[] {
  // A unit has no plot of its own.
  if (kind === 'premises') return []
  return listed(dossier, 'land', 'land', kind === 'land' ? landWeights : yardWeights)
}

/** Each question is answered by as many buildings as answer it; the gap leads to the first that does not. */
function buildingWishes(dossier: Dossier): Weighed[] {
  const { buildings } = dossier
  return Object.entries(buildingWeights).map(([last, weight]) => {
    const silent = buildings.flatMap((_, index) => (isAnswered(dossier, `buildings.${index}.${last}`) ? [] : [index]))
    const known = buildings.length === 0 ? 0 : 1 - silent.length / buildings.length
    return { group: 'buildings', field: `buildings.${silent[0] ?? 0}.${last}`, weight, known }
  })
}

/**
 * One question while nobody knows whether the network is there, which weighs as much as all that would follow: an answer
 * never makes a dossier less complete.
 */
function utilityWishes(dossier: Dossier, kind: UtilityKind): Weighed[] {
  const weight = utilityWeights[kind]
  if (weight === 0) return []
  const utility = dossier.utilities[kind]
  const { presence } = utility
  const path = `utilities.${kind}`
  const technical = listed(dossier, 'utilities', path, { ...technicalWeights[kind], ...connectionWeights })
  if (presence === 'connected' || presence === 'at_boundary') {
    return [wish('utilities', `${path}.free`, weight, (utility.free ?? remaining(utility)) !== null), ...technical]
  }
  const whole = technical.reduce((sum, item) => sum + item.weight, weight)
  return [wish('utilities', `${path}.presence`, whole, presence !== 'unknown')]
}

/** The siding or the way to it follows from the answer, like the values of a network. */
function railWishes(dossier: Dossier): Weighed[] {
  const { railAccess } = dossier.transport
  const follows = { on_site: 'railCondition', distance: 'railKm' }[railAccess as string]
  const access = wish('transport', 'transport.railAccess', follows === undefined ? 1.5 : 1, railAccess !== 'unknown')
  return follows === undefined ? [access] : [access, ...listed(dossier, 'transport', 'transport', { [follows]: 0.5 })]
}

/** Something is said, or it was said that there is nothing to say. */
function isAnswered(dossier: Dossier, field: string): boolean {
  return dossier.notApplicable.includes(field) || isSaid(valueAt(dossier, field))
}

function isSaid(value: unknown): boolean {
  if (value === null || value === undefined || value === 'unknown') return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  return isLocalized(value) ? Object.values(value).some((text) => text.trim() !== '') : true
}

function isLocalized(value: unknown): value is Record<'kk' | 'ru' | 'en', string> {
  return typeof value === 'object' && value !== null && 'kk' in value && 'ru' in value
}
