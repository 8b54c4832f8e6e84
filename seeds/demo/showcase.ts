import { addDays, localDateOf } from '#app/domain/kernel/local-date'
import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { Dossier, Presence, Utility } from '#app/domain/sites/model'
import { unknownUtility } from '#app/domain/sites/rules'

type Patch = (dossier: Dossier, confirmedAt: Date) => Dossier

/** Sites that documents and pictures of the product tell about: their key values are set by hand. */
export const showcases: Record<string, Patch> = {
  'BLQ-0042': showMachineShop,
  'STP-0007': (dossier) => ({
    ...withArea(dossier, 11_800),
    utilities: { ...dossier.utilities, electricity: stated(dossier, 'electricity', 400), water: unknownUtility() },
    transport: {
      ...dossier.transport,
      railAccess: 'on_site',
      railSidingM: 640,
      railKm: null,
      railStation: 'Жезказган',
    },
    offeredFor: { ...dossier.offeredFor, sectors: ['logistics', 'manufacturing', 'agriculture'] },
  }),
  'KNT-0019': (dossier) => ({
    ...dossier,
    land: { plotHa: 6.4 },
    utilities: {
      ...dossier.utilities,
      electricity: stated(dossier, 'electricity', 1200, 'at_boundary'),
      water: stated(dossier, 'water', 120, 'at_boundary'),
      gas: stated(dossier, 'gas', 300, 'at_boundary'),
      heat: unknownUtility(),
    },
  }),
  'LSK-0011': (dossier) => ({
    ...withArea(dossier, 2150),
    utilities: {
      ...dossier.utilities,
      electricity: stated(dossier, 'electricity', 450),
      water: stated(dossier, 'water', 80),
      heat: unknownUtility(),
    },
  }),
}

function showMachineShop(dossier: Dossier, confirmedAt: Date): Dossier {
  return {
    ...withArea(dossier, 4320),
    identity: {
      ...dossier.identity,
      address: { kk: 'Ленин көшесі, 118', ru: 'ул. Ленина, 118', en: '118 Lenin Street' },
      point: [74.9803, 46.8612],
    },
    rights: {
      ...dossier.rights,
      ownership: 'communal',
      tenures: ['trust_management', 'art234_free_transfer', 'lease'],
      priceKind: 'rent_m2_month',
      price: 850,
      priceNegotiable: false,
      idleSince: '2021-03',
    },
    land: { plotHa: 1.8 },
    utilities: describeNetworks(dossier, confirmedAt),
    transport: {
      roadSurface: 'asphalt',
      highwayKm: 6,
      highway: 'M-36',
      railAccess: 'distance',
      railKm: 0.35,
      railSidingM: null,
      railStation: 'Балхаш-1',
    },
    offeredFor: {
      ...dossier.offeredFor,
      sectors: ['manufacturing', 'services'],
      incentives: ['unused_state_asset', 'small_industrial_zone', 'infra_support', 'sme_belt'],
    },
    zone: {
      akimat_decision: 'unknown',
      production_premises: 'yes',
      manufacturing_tenants: 'yes',
      holder_consents: 'yes',
    },
  }
}

function describeNetworks(dossier: Dossier, confirmedAt: Date): Dossier['utilities'] {
  const before = (days: number) => addDays(localDateOf(confirmedAt), -days)
  const paper = (source: 'network_company' | 'survey' | 'document', reference: string, asOf: string) => ({
    source,
    reference,
    asOf,
    validUntil: null,
  })
  return {
    electricity: {
      ...stated(dossier, 'electricity', 630),
      ...{ installed: 1000, used: 220, reserved: 150, distanceM: 180 },
      provenance: { ...paper('network_company', '№ 14-02/318', before(15)), validUntil: addDays(before(15), 730) },
    },
    water: {
      ...stated(dossier, 'water', 45),
      ...{ installed: 60, used: 5, reserved: 10 },
      provenance: paper('survey', '', before(0)),
    },
    heat: {
      ...stated(dossier, 'heat', 0.9),
      ...{ installed: 1.5, used: 0.4, reserved: 0.2 },
      provenance: paper('network_company', '№ 6-03/77', before(253)),
    },
    sewer: { ...unknownUtility(), operator: 'Балқаш Су' },
    gas: {
      ...unknownUtility(),
      presence: 'none',
      distanceM: 2400,
      provenance: paper('document', '№ 2-01/41', before(600)),
    },
    steam: { ...unknownUtility(), presence: 'none' },
    telecom: { ...stated(dossier, 'telecom', 500), distanceM: 300, provenance: paper('survey', '', before(0)) },
  }
}

function withArea(dossier: Dossier, areaM2: number): Dossier {
  const [first] = dossier.buildings
  return first ? { ...dossier, buildings: [{ ...first, totalAreaM2: areaM2, freeAreaM2: areaM2 }] } : dossier
}

/** The invented utility with this free capacity; what is installed and used is left open. */
function stated(dossier: Dossier, kind: UtilityKind, free: number, presence: Presence = 'connected'): Utility {
  const { operator, provenance, distanceM } = dossier.utilities[kind]
  return { presence, installed: null, used: null, reserved: null, free, distanceM, operator, provenance }
}
