import { unitOf, utilityKinds } from '#app/domain/kernel/quantity'
import * as choices from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'

type Schema = Record<string, unknown>

const text: Schema = { type: 'string' }
const flag: Schema = { type: 'boolean' }
const numberOrNull: Schema = { type: ['number', 'null'] }
const textOrNull: Schema = { type: ['string', 'null'] }
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: [...values] })
const oneOfOrNull = (values: readonly string[]): Schema => ({ type: ['string', 'null'], enum: [...values, null] })
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const to = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
/** Everything that is named is always there. */
const object = (properties: Record<string, Schema>): Schema => ({
  ...{ type: 'object', properties, required: Object.keys(properties) },
  additionalProperties: false,
})
const point: Schema = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }
const numbers = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, numberOrNull]))
/** Floor area of a site, in lists and in its dossier. */
export const floorAreas: Record<string, Schema> = {
  area_m2: { ...numberOrNull, description: 'Of all buildings; null while one of them does not say its own.' },
  area_known_m2: { ...numberOrNull, description: 'Of the buildings that say theirs: the site has at least so much.' },
}

export const freeCapacity: Schema = {
  ...numberOrNull,
  description: 'Null when it is not known, and where `presence` says that there is no network to draw from.',
}

const freshness = oneOf(['fresh', 'due', 'stale', 'lapsed'])

/** Schemas of the answer of `/api/sites/{number}`; `Dossier` is the whole. */
export function dossierSchemas(): Record<string, Schema> {
  return {
    Source: object({
      ...{ kind: oneOfOrNull(choices.sourceKinds), reference: text },
      ...{ as_of: textOrNull, valid_until: textOrNull },
    }),
    Rights: rightsSchema(),
    Utility: utilitySchema(),
    Building: buildingSchema(),
    Commitment: commitmentSchema(),
    Dossier: dossierSchema(),
  }
}

function rightsSchema(): Schema {
  return object({
    ...{ ownership: oneOf(choices.ownerships), ownership_source: to('Source') },
    tenures: listOf(oneOf(choices.tenures)),
    ...{ price_kind: oneOfOrNull(choices.priceKinds), price_kzt: numberOrNull, price_negotiable: flag },
    price_source: to('Source'),
    idle_since: { ...textOrNull, description: 'YYYY-MM' },
    idle_since_source: to('Source'),
    encumbrance_state: oneOf(choices.encumbranceStates),
    encumbrances: listOf(object({ kind: oneOf(choices.encumbranceKinds), text: to('Localized') })),
    encumbrances_source: to('Source'),
    steps: listOf(
      object({
        ...{ who: oneOf(choices.stepActors), paper: to('Localized') },
        ...{ working_days: numberOrNull, cost_kzt: numberOrNull, link: textOrNull },
      }),
    ),
  })
}

function utilitySchema(): Schema {
  return object({
    unit: oneOf([...new Set(Object.values(unitOf))]),
    presence: oneOf(choices.presences),
    ...{ ...numbers(['installed', 'used', 'reserved']), free: freeCapacity, distance_m: numberOrNull },
    operator: text,
    ...{ voltage_kv: numberOrNull, substation: text, reliability: oneOf(choices.reliabilities) },
    ...numbers(['pressure_mpa', 'diameter_mm']),
    ...{ water_quality: oneOf(choices.waterQualities), wear_pct: numberOrNull },
    conditions: object({
      ...{ state: oneOf(choices.conditionStates), number: text },
      ...{ issued_on: textOrNull, valid_until: textOrNull, cost_kzt: numberOrNull },
    }),
    ...{ source: oneOfOrNull(choices.sourceKinds), reference: text, as_of: textOrNull, valid_until: textOrNull },
  })
}

function buildingSchema(): Schema {
  return object({
    ...{ name: text, use: oneOf(choices.buildingUses) },
    ...numbers(['total_area_m2', 'free_area_m2', 'volume_m3', 'year_built', 'floors', 'clear_height_m']),
    ...{ column_grid_m: text, floor_load_t_m2: numberOrNull, cranes: oneOf(choices.craneStates) },
    ...numbers(['crane_lift_t', 'crane_count', 'gate_count', 'gate_height_m', 'gate_width_m']),
    walls: oneOf(choices.wallMaterials),
    condition: object(
      Object.fromEntries(choices.buildingElements.map((element) => [element, oneOf(choices.conditionGrades)])),
    ),
    ...{ wear_pct: numberOrNull, asbestos: oneOf(choices.asbestosStates), surveyed_on: textOrNull },
    source: to('Source'),
  })
}

function commitmentSchema(): Schema {
  return object({
    work: oneOf(choices.commitmentWorks),
    ...{ added: numberOrNull, unit: textOrNull, note: to('Localized'), due_on: textOrNull, programme: text },
    budget_kzt: numberOrNull,
    state: oneOf([...choices.statedCommitmentStates, 'missed']),
    source: to('Source'),
  })
}

function landSchema(): Schema {
  return object({
    ...numbers(['plot_ha', 'free_ha', 'largest_piece_ha']),
    ...{ category: oneOf(choices.landCategories), designated_use: to('Localized'), slope_pct: numberOrNull },
    ...{ flood: oneOf(choices.floodRisks), sanitary_zone_m: numberOrNull, source: to('Source') },
  })
}

function transportSchema(): Schema {
  return object({
    ...{ road_surface: oneOf(choices.roadSurfaces), road_width_m: numberOrNull },
    ...{ highway: text, highway_km: numberOrNull, road_source: to('Source') },
    rail_access: oneOf(choices.railAccesses),
    ...numbers(['rail_km', 'rail_siding_m']),
    ...{ rail_condition: oneOf(choices.railConditions), rail_station: text, station_km: numberOrNull },
    rail_source: to('Source'),
    ...{ airport: text, airport_km: numberOrNull, border_crossing: text, border_km: numberOrNull },
  })
}

function environmentSchema(): Schema {
  return object({
    ...{ past_activity: to('Localized'), past_oked: text, contamination: oneOf(choices.contaminations) },
    ...{ hazard_class: oneOf(choices.hazardClasses), permits: to('Localized'), source: to('Source') },
  })
}

function filesSchema(): Record<string, Schema> {
  const source = object({ width: { type: 'integer' }, url: text })
  return {
    photos: listOf(
      object({
        ...{ alt: to('Localized'), width: { type: 'integer' }, height: { type: 'integer' } },
        sources: listOf(source),
      }),
    ),
    papers: listOf(
      object({
        ...{ kind: oneOf(choices.paperKinds), title: to('Localized'), access: oneOf(choices.accessLevels) },
        ...{ format: text, bytes: { type: 'integer' } },
        url: { ...textOrNull, description: 'Null when not everybody may open it.' },
      }),
    ),
  }
}

function dossierSchema(): Schema {
  const answers = choices.zoneQuestions.map((question) => [question, oneOf(['yes', 'no', 'unknown'])] as const)
  const verdict = oneOf(['eligible', 'eligible_if', 'not_eligible', 'undetermined'])
  const term = { freshness, confirmed_at: textOrNull, confirm_by: textOrNull }
  return object({
    ...{ number: text, kind: oneOf(choices.siteKinds) },
    status: oneOf(choices.siteStatuses.filter((status) => status !== 'draft')),
    demo: { ...flag, description: 'The site is invented.' },
    ...{ name: to('Localized'), description: to('Localized'), address: to('Localized'), town: text },
    ...{ region: textOrNull, kato: textOrNull, point: { ...point, type: ['array', 'null'] } },
    outline: { type: ['array', 'null'], items: point },
    ...{ cadastral_numbers: listOf(text), sectors: listOf(oneOf(sectorKeys)), sectors_note: to('Localized') },
    ...{ oked: listOf(text), incentives: listOf(text), ...floorAreas, plot_ha: numberOrNull },
    ...{ rights: to('Rights'), land: landSchema(), buildings: listOf(to('Building')) },
    utilities: object(Object.fromEntries(utilityKinds.map((kind) => [kind, to('Utility')]))),
    ...{ transport: transportSchema(), environment: environmentSchema(), commitments: listOf(to('Commitment')) },
    zone: object({ verdict, answers: object(Object.fromEntries(answers)) }),
    not_applicable: { ...listOf(text), description: 'Names of fields that do not apply to this site.' },
    ...{ part_of: textOrNull, parts: listOf(text) },
    bundle: { anyOf: [object({ name: to('Localized'), with: listOf(text) }), { type: 'null' }] },
    ...filesSchema(),
    ...term,
    groups: listOf(object({ group: oneOf(choices.confirmedGroups), ...term })),
    ...{ published_at: textOrNull, ended_at: textOrNull, updated_at: text, url: text },
  })
}
