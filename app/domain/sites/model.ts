import type { LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'
import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { SectorKey } from '#app/domain/towns/model'

import type {
  AccessLevel,
  Answer,
  ConditionGrade,
  ConfirmedGroup,
  Ownership,
  Presence,
  PriceKind,
  RailAccess,
  RoadSurface,
  SourceKind,
  Tenure,
  ZoneQuestion,
  asbestosStates,
  buildingElements,
  buildingUses,
  commitmentWorks,
  conditionStates,
  contaminations,
  craneStates,
  encumbranceKinds,
  encumbranceStates,
  floodRisks,
  hazardClasses,
  landCategories,
  paperKinds,
  railConditions,
  reliabilities,
  statedCommitmentStates,
  stepActors,
  wallMaterials,
  waterQualities,
} from './choices'

/** Where a value comes from. Dates are YYYY-MM-DD. */
export type Provenance = {
  source: SourceKind | null
  reference: string
  asOf: string | null
  validUntil: string | null
}

/** Technical conditions for the connection. */
export type TechnicalConditions = {
  state: (typeof conditionStates)[number]
  number: string
  issuedOn: string | null
  validUntil: string | null
  /** KZT, whole. */
  costKzt: number | null
}

/** Quantities are in the unit of the utility (kernel/quantity); null means unknown. */
export type Utility = {
  presence: Presence
  installed: number | null
  used: number | null
  reserved: number | null
  free: number | null
  /** Metres to the connection point. */
  distanceM: number | null
  operator: string
  /** Electricity: voltage at the connection point, substation, reliability category. */
  voltageKv: number | null
  substation: string
  reliability: (typeof reliabilities)[number]
  /** Water, heat, gas, steam: pressure in MPa. */
  pressureMpa: number | null
  /** Water, sewer, heat, gas: inner diameter of the pipe. */
  diameterMm: number | null
  waterQuality: (typeof waterQualities)[number]
  wearPct: number | null
  conditions: TechnicalConditions
  provenance: Provenance
}

/** Step on the way to the site as the akimat states it. */
export type AcquisitionStep = {
  who: (typeof stepActors)[number]
  /** The paper that this step needs or gives. */
  paper: Localized
  workingDays: number | null
  costKzt: number | null
  /** https address, e.g. of the auction lot. */
  link: string
}

export type Encumbrance = { kind: (typeof encumbranceKinds)[number]; text: Localized }

export type Building = {
  name: string
  use: (typeof buildingUses)[number]
  totalAreaM2: number | null
  freeAreaM2: number | null
  volumeM3: number | null
  yearBuilt: number | null
  floors: number | null
  /** To the lowest part of the trusses. */
  clearHeightM: number | null
  /** As written, e.g. 12×6. */
  columnGrid: string
  floorLoadTM2: number | null
  cranes: (typeof craneStates)[number]
  /** Lifting capacity of the strongest crane. */
  craneLiftT: number | null
  craneCount: number | null
  gateCount: number | null
  gateHeightM: number | null
  gateWidthM: number | null
  walls: (typeof wallMaterials)[number]
  condition: Record<(typeof buildingElements)[number], ConditionGrade>
  wearPct: number | null
  asbestos: (typeof asbestosStates)[number]
  surveyedOn: string | null
  provenance: Provenance
}

export type Photo = { fileId: string; alt: Localized; access: AccessLevel }

export type Paper = { fileId: string; kind: (typeof paperKinds)[number]; title: Localized; access: AccessLevel }

export type Commitment = {
  id: string
  work: (typeof commitmentWorks)[number]
  /** Added capacity in the unit of the utility; null for other works and when it is not known. */
  added: number | null
  note: Localized
  dueOn: string | null
  programme: string
  budgetKzt: number | null
  state: (typeof statedCommitmentStates)[number]
  provenance: Provenance
}
export type CommitmentState = Commitment['state'] | 'missed'

/** Everything an akimat says about a site. Stored as one document per version; null and `unknown` are honest answers. */
export type Dossier = {
  identity: {
    name: Localized
    description: Localized
    address: Localized
    /** 9 digits; empty: the town's own. */
    kato: string
    cadastralNumbers: string[]
    point: LngLat | null
    /** Outer ring of the plot without its first point repeated; null: not drawn. */
    outline: LngLat[] | null
  }
  rights: {
    ownership: Ownership
    /** Internal: never public. */
    owner: string
    /** The owner agrees to the publication. */
    consent: Answer
    tenures: Tenure[]
    steps: AcquisitionStep[]
    priceKind: PriceKind | null
    /** KZT, whole. */
    price: number | null
    priceNegotiable: boolean
    /** YYYY-MM */
    idleSince: string | null
    encumbranceState: (typeof encumbranceStates)[number]
    encumbrances: Encumbrance[]
    provenance: Record<'ownership' | 'price' | 'idleSince' | 'encumbrances', Provenance>
  }
  land: {
    plotHa: number | null
    freeHa: number | null
    largestPieceHa: number | null
    category: (typeof landCategories)[number]
    designatedUse: Localized
    slopePct: number | null
    flood: (typeof floodRisks)[number]
    sanitaryZoneM: number | null
    provenance: Provenance
  }
  buildings: Building[]
  utilities: Record<UtilityKind, Utility>
  transport: {
    roadSurface: RoadSurface
    roadWidthM: number | null
    highwayKm: number | null
    highway: string
    railAccess: RailAccess
    railKm: number | null
    railSidingM: number | null
    railCondition: (typeof railConditions)[number]
    railStation: string
    stationKm: number | null
    airport: string
    airportKm: number | null
    borderCrossing: string
    borderKm: number | null
    provenance: Record<'road' | 'rail', Provenance>
  }
  environment: {
    pastActivity: Localized
    /** OKED code of the past activity, e.g. 24.44. */
    pastOked: string
    contamination: (typeof contaminations)[number]
    hazardClass: (typeof hazardClasses)[number]
    permits: Localized
    provenance: Provenance
  }
  offeredFor: {
    sectors: SectorKey[]
    /** OKED codes of recommended activities. */
    oked: string[]
    note: Localized
    incentives: string[]
  }
  zone: Record<ZoneQuestion, Answer>
  photos: Photo[]
  papers: Paper[]
  commitments: Commitment[]
  /** Internal: who answers for the data, and how many days a group may stay unconfirmed (30 to 90). */
  responsible: {
    name: string
    position: string
    phone: string
    email: string
    confirmEveryDays: Record<ConfirmedGroup, number>
  }
  /** Names of fields (see fields/) that do not apply to this site, e.g. `land.sanitaryZoneM`. */
  notApplicable: string[]
}

/** fresh → due (14 days before the term ends) → stale → lapsed (30 days later, leaves public search). */
export type Freshness = 'fresh' | 'due' | 'stale' | 'lapsed'

/** `undetermined`: nobody has said enough to decide. */
export type ZoneVerdict = 'eligible' | 'eligible_if' | 'not_eligible' | 'undetermined'
