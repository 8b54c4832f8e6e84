import { addDays, localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import { unknownUtility } from '#app/domain/sites/empty-dossier'
import type { Building, Commitment, Dossier, Provenance, TechnicalConditions, Utility } from '#app/domain/sites/model'
import { stableId } from '#seeds/builders/stable-id'
import { pathOfShowcase } from './acquisition'
import { infrastructureProgramme } from './commitments'
import type { Moments } from './invent-dossier'
import { machineShopWords as words } from './machine-shop-words'

type Days = (days: number) => LocalDate

/** BLQ-0042 of the documents and pictures: everything about it is said. */
export function showMachineShop(dossier: Dossier, { confirmedAt, now }: Moments): Dossier {
  const before: Days = (days) => addDays(localDateOf(confirmedAt), -days)
  const ahead: Days = (days) => addDays(localDateOf(now), days)
  return {
    ...dossier,
    identity: {
      ...dossier.identity,
      description: words.description,
      address: words.address,
      kato: '351610000',
      cadastralNumbers: ['00-187-042-318'],
      point: [74.9803, 46.8612],
      outline: [
        [74.97925, 46.86075],
        [74.98125, 46.86061],
        [74.98136, 46.86164],
        [74.97937, 46.86178],
      ],
    },
    rights: describeRights(dossier, before),
    land: {
      ...{ plotHa: 1.8, freeHa: 0.9, largestPieceHa: 0.6, category: 'industry', slopePct: 1.5, flood: 'none' },
      ...{ designatedUse: words.landUse, sanitaryZoneM: 100 },
      provenance: paper('document', '№ 318/2019', before(600)),
    },
    buildings: [describeHall(before)],
    utilities: describeNetworks(dossier, before),
    transport: describeTransport(dossier, before),
    environment: {
      ...{ pastActivity: words.past, pastOked: '33.12', contamination: 'unlikely', hazardClass: 'III' },
      permits: words.permits,
      provenance: paper('survey', '', before(120)),
    },
    offeredFor: {
      sectors: ['manufacturing', 'services'],
      oked: ['25.62', '33.12', '28.99'],
      note: words.note,
      incentives: ['unused_state_asset', 'small_industrial_zone', 'infra_support', 'sme_belt'],
    },
    zone: {
      akimat_decision: 'unknown',
      production_premises: 'yes',
      manufacturing_tenants: 'yes',
      holder_consents: 'yes',
    },
    commitments: listCommitments(before, ahead),
    responsible: {
      ...dossier.responsible,
      confirmEveryDays: { ...dossier.responsible.confirmEveryDays, utilities: 60, commitments: 60 },
    },
    notApplicable: [],
  }
}

function paper(source: NonNullable<Provenance['source']>, reference: string, asOf: LocalDate): Provenance {
  return { source, reference, asOf, validUntil: null }
}

function describeRights({ rights }: Dossier, before: Days): Dossier['rights'] {
  return {
    ...rights,
    ...{ ownership: 'communal', owner: 'Балқаш қаласының әкімдігі', consent: 'yes' },
    tenures: ['trust_management', 'art234_free_transfer', 'lease'],
    steps: pathOfShowcase,
    ...{ priceKind: 'rent_m2_month', price: 850, priceNegotiable: false, idleSince: '2021-03' },
    ...{ encumbranceState: 'none', encumbrances: [] },
    provenance: {
      ownership: paper('document', '№ 118-ККМ', before(410)),
      price: paper('document', '№ 7-02/56', before(75)),
      idleSince: paper('document', '№ 3-11/204', before(300)),
      encumbrances: paper('document', '№ 10-04/911', before(12)),
    },
  }
}

function describeHall(before: Days): Building {
  return {
    ...{ name: 'Литер А', use: 'production', totalAreaM2: 4320, freeAreaM2: 4320, volumeM3: 51_800 },
    ...{ yearBuilt: 1974, floors: 1, clearHeightM: 10.8, columnGrid: '24×6', floorLoadTM2: 4 },
    ...{ cranes: 'yes', craneLiftT: 10, craneCount: 2, gateCount: 3, gateHeightM: 4.8, gateWidthM: 4.2 },
    walls: 'brick',
    condition: {
      ...{ foundation: 'good', walls: 'good', roof: 'fair', floors: 'fair', windows: 'poor', networks: 'fair' },
    },
    ...{ wearPct: 48, asbestos: 'none', surveyedOn: before(120) },
    provenance: paper('survey', '№ 6-03/21', before(120)),
  }
}

function describeNetworks({ utilities }: Dossier, before: Days): Dossier['utilities'] {
  const none: TechnicalConditions = { ...unknownUtility().conditions, state: 'none' }
  const network = (kind: keyof Dossier['utilities'], values: Partial<Utility>): Utility => {
    const { operator, distanceM } = utilities[kind]
    return { ...unknownUtility(), presence: 'connected', operator, distanceM, conditions: none, ...values }
  }
  return {
    electricity: network('electricity', {
      ...{ installed: 1000, used: 220, reserved: 150, free: 630, distanceM: 180, operator: 'Балқаш Энерго' },
      ...{ voltageKv: 6, substation: 'ТП-118', reliability: 'II', wearPct: 42 },
      conditions: {
        ...{ state: 'issued', number: '№ 14-02/318', issuedOn: before(15), validUntil: addDays(before(15), 730) },
        costKzt: 1_800_000,
      },
      provenance: { ...paper('network_company', '№ 14-02/318', before(15)), validUntil: addDays(before(15), 730) },
    }),
    water: network('water', {
      ...{ installed: 60, used: 5, reserved: 10, free: 45, distanceM: 0, operator: 'Балқаш Су' },
      ...{ waterQuality: 'both', pressureMpa: 0.35, diameterMm: 100, wearPct: 56 },
      provenance: paper('survey', '', before(0)),
    }),
    // The one thing that is left open, so that "unknown" can be seen on a full dossier.
    sewer: { ...unknownUtility(), operator: 'Балқаш Су' },
    heat: network('heat', {
      ...{ installed: 1.5, used: 0.4, reserved: 0.2, free: 0.9, distanceM: 40, operator: 'Балқаш Жылу' },
      ...{ pressureMpa: 0.6, diameterMm: 100, wearPct: 54 },
      conditions: {
        ...{ state: 'issued', number: '№ 6-03/77', issuedOn: before(900), validUntil: before(170), costKzt: null },
      },
      provenance: paper('network_company', '№ 6-03/77', before(253)),
    }),
    gas: network('gas', {
      ...{ presence: 'none', distanceM: 2400, operator: '' },
      provenance: paper('document', '№ 2-01/41', before(600)),
    }),
    steam: network('steam', { presence: 'none', distanceM: null, operator: '' }),
    telecom: network('telecom', {
      ...{ free: 500, distanceM: 300, conditions: unknownUtility().conditions },
      provenance: paper('survey', '', before(0)),
    }),
  }
}

function describeTransport({ transport }: Dossier, before: Days): Dossier['transport'] {
  return {
    ...transport,
    ...{ roadSurface: 'asphalt', roadWidthM: 6, highwayKm: 6, highway: 'M-36' },
    ...{ railAccess: 'distance', railKm: 0.35, railSidingM: null, railCondition: 'unknown' },
    ...{ railStation: 'Балхаш-1', stationKm: 2.6 },
    provenance: {
      road: paper('visual', '', before(10)),
      rail: paper('document', '№ 5-09/48', before(200)),
    },
  }
}

function listCommitments(before: Days, ahead: Days): Commitment[] {
  return [
    {
      id: stableId('commitment:BLQ-0042:power'),
      ...{ work: 'electricity', added: 400, note: words.power, dueOn: ahead(215) },
      ...{ programme: infrastructureProgramme, budgetKzt: 96_000_000, state: 'funded' },
      provenance: paper('document', '№ 4-01/77', before(60)),
    },
    {
      id: stableId('commitment:BLQ-0042:sewer'),
      ...{ work: 'sewer', added: 30, note: words.sewer, dueOn: ahead(420) },
      ...{ programme: infrastructureProgramme, budgetKzt: null, state: 'planned' },
      provenance: paper('document', '№ 4-01/83', before(40)),
    },
  ]
}
