import { utilityKinds } from '#app/domain/kernel/quantity'

// What a field may be. `unknown` is a value of its own, distinct from `none`.

export const siteKinds = ['building', 'complex', 'unfinished', 'land', 'premises'] as const
export type SiteKind = (typeof siteKinds)[number]

export const siteStatuses = ['draft', 'published', 'reserved', 'occupied', 'withdrawn'] as const
export type SiteStatus = (typeof siteStatuses)[number]

export const versionStates = ['draft', 'in_review', 'changes_requested', 'published', 'superseded'] as const
export type VersionState = (typeof versionStates)[number]

/** Is the utility there? `unknown` is a value of its own, distinct from `none`. */
export const presences = ['connected', 'at_boundary', 'planned', 'none', 'unknown'] as const
export type Presence = (typeof presences)[number]

export const sourceKinds = ['document', 'network_company', 'survey', 'visual', 'estimate'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Category of the reliability of supply (I to III); technical conditions of a network company. */
export const reliabilities = ['I', 'II', 'III', 'unknown'] as const
export const conditionStates = ['none', 'requested', 'issued', 'unknown'] as const
export const waterQualities = ['potable', 'technical', 'both', 'unknown'] as const

export const ownerships = ['communal', 'republican', 'quasi_state', 'private', 'unknown'] as const
export type Ownership = (typeof ownerships)[number]

/** Tenure offered (site_passport.json, "tenure"). */
export const tenures = [
  'lease',
  'lease_with_buyout',
  'sale',
  'trust_management',
  'art234_free_transfer',
  'inkind_grant',
  'ppp',
] as const
export type Tenure = (typeof tenures)[number]

/** What the price is for: rent per m² and month, rent of the whole per month, purchase of the whole. */
export const priceKinds = ['rent_m2_month', 'rent_month', 'purchase'] as const
export type PriceKind = (typeof priceKinds)[number]

/** Who acts in a step of the acquisition. */
export const stepActors = [
  'investor',
  'akimat',
  'oblast_akimat',
  'spk',
  'owner',
  'state_property_committee',
  'trading_platform',
  'land_commission',
  'network_company',
] as const

export const encumbranceStates = ['none', 'present', 'unknown'] as const
export const encumbranceKinds = ['pledge', 'arrest', 'bankruptcy', 'lease', 'servitude', 'dispute', 'other'] as const
export const landCategories = ['settlement', 'industry', 'agriculture', 'reserve', 'other', 'unknown'] as const
export const floodRisks = ['none', 'possible', 'regular', 'unknown'] as const

export const buildingUses = [
  'production',
  'warehouse',
  'administrative',
  'service',
  'agricultural',
  'education',
  'health',
  'hotel',
  'residential',
  'engineering',
  'other',
  'unknown',
] as const
export const craneStates = ['yes', 'none', 'unknown'] as const
/** Wall materials of site_passport.json and what else stands in the towns. */
export const wallMaterials = [
  'brick',
  'concrete_panels',
  'concrete_blocks',
  'sandwich',
  'metal_frame',
  'wood',
  'mixed',
  'unknown',
] as const
export const conditionGrades = ['good', 'fair', 'poor', 'ruined', 'unknown'] as const
export type ConditionGrade = (typeof conditionGrades)[number]
export const buildingElements = ['foundation', 'walls', 'roof', 'floors', 'windows', 'networks'] as const
export const asbestosStates = ['none', 'suspected', 'present', 'unknown'] as const

export const roadSurfaces = ['asphalt', 'concrete', 'gravel', 'dirt', 'none', 'unknown'] as const
export type RoadSurface = (typeof roadSurfaces)[number]

export const railAccesses = ['on_site', 'adjacent', 'distance', 'none', 'unknown'] as const
export type RailAccess = (typeof railAccesses)[number]
export const railConditions = ['working', 'repair', 'unusable', 'unknown'] as const

/** CNIG Friches 1.0.6, sol_pollution_existe, with "treated" told apart. */
export const contaminations = ['none', 'treated', 'unlikely', 'suspected', 'proven', 'unknown'] as const
/** Hazard class of the former production, I the most dangerous. */
export const hazardClasses = ['none', 'I', 'II', 'III', 'IV', 'V', 'unknown'] as const

/** Questions about the small industrial zone that only the akimat can answer. */
export const zoneQuestions = [
  'akimat_decision',
  'production_premises',
  'manufacturing_tenants',
  'holder_consents',
] as const
export type ZoneQuestion = (typeof zoneQuestions)[number]
export type Answer = 'yes' | 'no' | 'unknown'

/** `registered`: everybody signed in; `on_request`: the akimat, and the body that has an inquiry about the site. */
export const accessLevels = ['public', 'registered', 'on_request'] as const
export type AccessLevel = (typeof accessLevels)[number]
export const paperKinds = [
  'plan',
  'technical_passport',
  'land_act',
  'technical_conditions',
  'survey',
  'photo_report',
  'other',
] as const
/** What a commitment brings: capacity of a utility, or a work without a quantity. */
export const commitmentWorks = [...utilityKinds, 'road', 'rail', 'repair', 'cleanup', 'other'] as const
/** As stated; whether it is missed follows from the date, see `commitmentState`. */
export const statedCommitmentStates = ['planned', 'funded', 'in_progress', 'done'] as const
/** Groups of the dossier that are reconfirmed, each in its own time. */
export const confirmedGroups = [
  'rights',
  'land',
  'buildings',
  'utilities',
  'transport',
  'environment',
  'commitments',
] as const
export type ConfirmedGroup = (typeof confirmedGroups)[number]

/** Groups of the dossier and of its editor, in their order. */
export const dossierGroups = [
  'identity',
  'rights',
  'land',
  'buildings',
  'utilities',
  'transport',
  'environment',
  'media',
  'offer',
  'zone',
  'commitments',
  'responsible',
] as const
export type DossierGroup = (typeof dossierGroups)[number]
