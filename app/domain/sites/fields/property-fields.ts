import { sectorKeys } from '#app/domain/towns/model'
import {
  accessLevels,
  asbestosStates,
  buildingElements,
  buildingUses,
  commitmentWorks,
  confirmedGroups,
  conditionGrades,
  contaminations,
  craneStates,
  encumbranceKinds,
  encumbranceStates,
  floodRisks,
  hazardClasses,
  landCategories,
  ownerships,
  paperKinds,
  priceKinds,
  railAccesses,
  railConditions,
  roadSurfaces,
  sourceKinds,
  statedCommitmentStates,
  stepActors,
  tenures,
  wallMaterials,
  zoneQuestions,
  type ConfirmedGroup,
} from '../choices'
import { limits, mostOf, textLimits } from '../limits'
import { choice, labelled, named, number, whole, type FieldDraft } from './field'

const { line, text, name: nameLength } = textLimits
const answers = ['yes', 'no', 'unknown'] as const

/** Where a value comes from: source, paper, day, term. */
export function provenanceFields(path: string): FieldDraft[] {
  return [
    named(`${path}.source`, { type: 'optional', options: sourceKinds, words: 'sites.source' }),
    named(`${path}.reference`, { type: 'line', max: line }),
    named(`${path}.asOf`, { type: 'day', mayBeLater: false }),
    named(`${path}.validUntil`, { type: 'day', mayBeLater: true }),
  ]
}

export const identityFields: FieldDraft[] = [
  named('identity.name', { type: 'localized_line', max: nameLength }),
  named('identity.description', { type: 'localized_text', max: text }),
  named('identity.address', { type: 'localized_line', max: line }),
  named('identity.kato', { type: 'line', max: 9 }),
  named('identity.cadastralNumbers', { type: 'lines', reads: 'cadastral', most: 50 }),
  named('identity.point', { type: 'point' }),
  named('identity.outline', { type: 'outline' }),
]

export const rightsFields: FieldDraft[] = [
  choice('rights.ownership', ownerships, 'sites.ownership'),
  ...provenanceFields('rights.provenance.ownership'),
  { ...named('rights.owner', { type: 'line', max: line }), isInternal: true },
  { ...choice('rights.consent', answers, 'sites.answer'), isInternal: true },
  named('rights.tenures', { type: 'boxes', options: tenures, words: 'sites.tenure' }),
  named('rights.priceKind', { type: 'optional', options: priceKinds, words: 'sites.price_kind' }),
  named('rights.price', { type: 'money' }),
  named('rights.priceNegotiable', { type: 'box' }),
  ...provenanceFields('rights.provenance.price'),
  { ...named('rights.idleSince', { type: 'month' }), mayNotApply: true },
  ...provenanceFields('rights.provenance.idleSince'),
  choice('rights.encumbranceState', encumbranceStates, 'dossier.choice.encumbrance_state'),
  ...provenanceFields('rights.provenance.encumbrances'),
]

export const stepFields: FieldDraft[] = [
  choice('who', stepActors, 'dossier.choice.step_actor'),
  named('paper', { type: 'localized_line', max: line }),
  whole('workingDays', limits.workingDays, 'working_day'),
  named('costKzt', { type: 'money' }),
  named('link', { type: 'link' }),
]

export const encumbranceFields: FieldDraft[] = [
  labelled(choice('kind', encumbranceKinds, 'dossier.choice.encumbrance'), 'encumbranceKind'),
  labelled(named('text', { type: 'localized_text', max: text }), 'encumbranceText'),
]

export const landFields: FieldDraft[] = [
  number('land.plotHa', limits.hectares, 'ha'),
  number('land.freeHa', limits.hectares, 'ha'),
  number('land.largestPieceHa', limits.hectares, 'ha'),
  choice('land.category', landCategories, 'dossier.choice.land_category'),
  named('land.designatedUse', { type: 'localized_line', max: line }),
  { ...number('land.slopePct', 100, 'percent'), mayNotApply: true },
  choice('land.flood', floodRisks, 'dossier.choice.flood'),
  { ...number('land.sanitaryZoneM', limits.sanitaryZoneM, 'm'), mayNotApply: true },
  ...provenanceFields('land.provenance'),
]

export const buildingFields: FieldDraft[] = [
  labelled(named('name', { type: 'line', max: line }), 'buildingName'),
  choice('use', buildingUses, 'dossier.choice.building_use'),
  number('totalAreaM2', limits.areaM2, 'm2'),
  number('freeAreaM2', limits.areaM2, 'm2'),
  number('volumeM3', limits.volumeM3, 'm3'),
  named('yearBuilt', { type: 'year' }),
  whole('floors', limits.floors, undefined, 1),
  number('clearHeightM', limits.heightM, 'm'),
  { ...named('columnGrid', { type: 'line', max: 60 }), mayNotApply: true },
  { ...number('floorLoadTM2', limits.floorLoadTM2, 't_m2'), mayNotApply: true },
  choice('cranes', craneStates, 'dossier.choice.cranes'),
  number('craneLiftT', limits.craneLiftT, 't'),
  whole('craneCount', limits.count),
  { ...whole('gateCount', limits.count), mayNotApply: true },
  number('gateHeightM', limits.heightM, 'm'),
  number('gateWidthM', limits.heightM, 'm'),
  choice('walls', wallMaterials, 'dossier.choice.walls'),
  ...buildingElements.map((element) =>
    labelled(choice(`condition.${element}`, conditionGrades, 'dossier.choice.condition'), `condition_${element}`),
  ),
  number('wearPct', 100, 'percent'),
  choice('asbestos', asbestosStates, 'dossier.choice.asbestos'),
  named('surveyedOn', { type: 'day', mayBeLater: false }),
  ...provenanceFields('provenance'),
]

export const transportFields: FieldDraft[] = [
  choice('transport.roadSurface', roadSurfaces, 'sites.road'),
  number('transport.roadWidthM', limits.roadWidthM, 'm'),
  number('transport.highwayKm', limits.km, 'km'),
  named('transport.highway', { type: 'line', max: line }),
  ...provenanceFields('transport.provenance.road'),
  choice('transport.railAccess', railAccesses, 'sites.rail'),
  number('transport.railKm', limits.km, 'km'),
  number('transport.railSidingM', limits.sidingM, 'm'),
  choice('transport.railCondition', railConditions, 'dossier.choice.rail_condition'),
  named('transport.railStation', { type: 'line', max: line }),
  number('transport.stationKm', limits.km, 'km'),
  ...provenanceFields('transport.provenance.rail'),
  named('transport.airport', { type: 'line', max: line }),
  number('transport.airportKm', limits.km, 'km'),
  named('transport.borderCrossing', { type: 'line', max: line }),
  number('transport.borderKm', limits.km, 'km'),
]

export const environmentFields: FieldDraft[] = [
  { ...named('environment.pastActivity', { type: 'localized_text', max: text }), mayNotApply: true },
  named('environment.pastOked', { type: 'line', max: 7 }),
  choice('environment.contamination', contaminations, 'dossier.choice.contamination'),
  choice('environment.hazardClass', hazardClasses, 'dossier.choice.hazard_class'),
  { ...named('environment.permits', { type: 'localized_text', max: text }), mayNotApply: true },
  ...provenanceFields('environment.provenance'),
]

const access = choice('access', accessLevels, 'dossier.choice.access')

export const photoFields: FieldDraft[] = [named('alt', { type: 'localized_line', max: line }), access]

export const paperFields: FieldDraft[] = [
  labelled(choice('kind', paperKinds, 'dossier.choice.paper'), 'paperKind'),
  labelled(named('title', { type: 'localized_line', max: nameLength }), 'paperTitle'),
  access,
]

export const offerFields: FieldDraft[] = [
  named('offeredFor.sectors', { type: 'boxes', options: sectorKeys, words: 'sites.sector' }),
  named('offeredFor.oked', { type: 'lines', reads: 'oked', most: mostOf.oked }),
  named('offeredFor.note', { type: 'localized_text', max: text }),
  named('offeredFor.incentives', { type: 'incentives' }),
]

export const zoneFields: FieldDraft[] = zoneQuestions.map((question) => ({
  ...choice(`zone.${question}`, answers, 'sites.answer'),
  label: `sites.zone_question.${question}`,
}))

export const commitmentFields: FieldDraft[] = [
  choice('work', commitmentWorks, 'dossier.choice.commitment_work'),
  number('added', 1_000_000),
  labelled(named('note', { type: 'localized_text', max: text }), 'commitmentNote'),
  named('dueOn', { type: 'day', mayBeLater: true }),
  named('programme', { type: 'line', max: line }),
  named('budgetKzt', { type: 'money' }),
  labelled(choice('state', statedCommitmentStates, 'dossier.choice.commitment_state'), 'commitmentState'),
  ...provenanceFields('provenance'),
]

export const responsibleFields: FieldDraft[] = [
  ...(['name', 'position', 'phone', 'email'] as const).map((part): FieldDraft => {
    const max = { name: nameLength, position: line, phone: 60, email: 254 }[part]
    return {
      ...labelled(named(`responsible.${part}`, { type: 'line', max }), `responsible_${part}`),
      isInternal: true,
    }
  }),
  ...confirmedGroups.map((group) => labelled(periodOf(group), `confirm_${group}`)),
]

/** Days that a group may stay unconfirmed. */
function periodOf(group: ConfirmedGroup): FieldDraft {
  return named(`responsible.confirmEveryDays.${group}`, {
    type: 'number',
    isWhole: true,
    min: limits.shortestPeriod,
    max: limits.longestPeriod,
    emptyMeans: limits.longestPeriod,
  })
}
