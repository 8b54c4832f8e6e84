import type { Localized } from '#app/domain/kernel/localized'
import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { confirmedGroups, type SiteKind } from './choices'
import type { AcquisitionStep, Building, Commitment, Dossier, Encumbrance, Provenance, Utility } from './model'
import { confirmation } from './rules'

/** A dossier in which nothing is known yet. */
export function emptyDossier(kind: SiteKind): Dossier {
  return {
    identity: {
      ...{ name: noText(), description: noText(), address: noText() },
      ...{ kato: '', cadastralNumbers: [], point: null, outline: null },
    },
    rights: emptyRights(),
    land: emptyLand(),
    buildings: kind === 'land' ? [] : [emptyBuilding()],
    utilities: Object.fromEntries(utilityKinds.map((utility) => [utility, unknownUtility()])) as Record<
      UtilityKind,
      Utility
    >,
    transport: emptyTransport(),
    environment: emptyEnvironment(),
    offeredFor: { sectors: [], oked: [], note: noText(), incentives: [] },
    zone: {
      akimat_decision: 'unknown',
      production_premises: 'unknown',
      manufacturing_tenants: 'unknown',
      holder_consents: 'unknown',
    },
    photos: [],
    papers: [],
    commitments: [],
    responsible: {
      ...{ name: '', position: '', phone: '', email: '' },
      confirmEveryDays: Object.fromEntries(
        confirmedGroups.map((group) => [group, confirmation.periodDays]),
      ) as Dossier['responsible']['confirmEveryDays'],
    },
    notApplicable: [],
  }
}

export function noText(): Localized {
  return { kk: '', ru: '', en: '' }
}

export function noProvenance(): Provenance {
  return { source: null, reference: '', asOf: null, validUntil: null }
}

function emptyRights(): Dossier['rights'] {
  return {
    ownership: 'unknown',
    owner: '',
    consent: 'unknown',
    tenures: [],
    steps: [],
    priceKind: null,
    price: null,
    priceNegotiable: false,
    idleSince: null,
    encumbranceState: 'unknown',
    encumbrances: [],
    provenance: {
      ownership: noProvenance(),
      price: noProvenance(),
      idleSince: noProvenance(),
      encumbrances: noProvenance(),
    },
  }
}

function emptyLand(): Dossier['land'] {
  return {
    ...{ plotHa: null, freeHa: null, largestPieceHa: null },
    category: 'unknown',
    designatedUse: noText(),
    ...{ slopePct: null, flood: 'unknown', sanitaryZoneM: null },
    provenance: noProvenance(),
  }
}

export function emptyBuilding(): Building {
  return {
    name: '',
    use: 'unknown',
    ...{ totalAreaM2: null, freeAreaM2: null, volumeM3: null, yearBuilt: null, floors: null },
    ...{ clearHeightM: null, columnGrid: '', floorLoadTM2: null },
    ...{ cranes: 'unknown', craneLiftT: null, craneCount: null },
    ...{ gateCount: null, gateHeightM: null, gateWidthM: null },
    walls: 'unknown',
    condition: {
      foundation: 'unknown',
      walls: 'unknown',
      roof: 'unknown',
      floors: 'unknown',
      windows: 'unknown',
      networks: 'unknown',
    },
    ...{ wearPct: null, asbestos: 'unknown', surveyedOn: null },
    provenance: noProvenance(),
  }
}

export function unknownUtility(): Utility {
  return {
    presence: 'unknown',
    ...{ installed: null, used: null, reserved: null, free: null, distanceM: null },
    operator: '',
    ...{ voltageKv: null, substation: '', reliability: 'unknown', pressureMpa: null, diameterMm: null },
    waterQuality: 'unknown',
    wearPct: null,
    conditions: { state: 'unknown', number: '', issuedOn: null, validUntil: null, costKzt: null },
    provenance: noProvenance(),
  }
}

function emptyTransport(): Dossier['transport'] {
  return {
    ...{ roadSurface: 'unknown', roadWidthM: null, highwayKm: null, highway: '' },
    ...{ railAccess: 'unknown', railKm: null, railSidingM: null, railCondition: 'unknown' },
    ...{ railStation: '', stationKm: null, airport: '', airportKm: null, borderCrossing: '', borderKm: null },
    provenance: { road: noProvenance(), rail: noProvenance() },
  }
}

function emptyEnvironment(): Dossier['environment'] {
  return {
    ...{ pastActivity: noText(), pastOked: '', contamination: 'unknown', hazardClass: 'unknown' },
    permits: noText(),
    provenance: noProvenance(),
  }
}

export function emptyStep(): AcquisitionStep {
  return { who: 'akimat', paper: noText(), workingDays: null, costKzt: null, link: '' }
}

export function emptyEncumbrance(): Encumbrance {
  return { kind: 'other', text: noText() }
}

/** `id` tells the commitment from others in every later version. */
export function emptyCommitment(id: string): Commitment {
  return {
    id,
    work: 'electricity',
    ...{ added: null, note: noText(), dueOn: null, programme: '', budgetKzt: null },
    state: 'planned',
    provenance: noProvenance(),
  }
}
