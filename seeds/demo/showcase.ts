import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { Presence } from '#app/domain/sites/choices'
import type { Dossier, Utility } from '#app/domain/sites/model'
import { unknownUtility } from '#app/domain/sites/empty-dossier'
import type { Moments } from './invent-dossier'
import { showMachineShop } from './machine-shop'

type Patch = (dossier: Dossier, moments: Moments) => Dossier

/** The site in which everything is filled in. */
export const fullShowcase = 'BLQ-0042'

/** Sites that documents and pictures of the product tell about: their key values are set by hand. */
export const showcases: Record<string, Patch> = {
  [fullShowcase]: showMachineShop,
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
    land: { ...dossier.land, plotHa: 6.4, freeHa: 6.4, largestPieceHa: 6.4 },
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

function withArea(dossier: Dossier, areaM2: number): Dossier {
  const [first] = dossier.buildings
  return first ? { ...dossier, buildings: [{ ...first, totalAreaM2: areaM2, freeAreaM2: areaM2 }] } : dossier
}

/** The invented utility with this free capacity; what is installed and used is left open. */
function stated(dossier: Dossier, kind: UtilityKind, free: number, presence: Presence = 'connected'): Utility {
  const { operator, provenance, distanceM } = dossier.utilities[kind]
  return { ...unknownUtility(), presence, free, distanceM, operator, provenance }
}
