import type { Localized } from '#app/domain/kernel/localized'
import { utilityKinds } from '#app/domain/kernel/quantity'
import { emptyDossier, unknownUtility, emptyBuilding } from './empty-dossier'

type Loose = Record<string, unknown>

/**
 * A stored dossier in today's shape. The first format had fewer fields: what it did not ask is unknown. A dossier of
 * today's shape, and anything that is no dossier, comes back as it is.
 */
export function upgradeDossier(stored: unknown): unknown {
  if (!isRecord(stored) || 'environment' in stored || !isRecord(stored.rights)) return stored
  const blank = emptyDossier('land')
  return {
    ...blank,
    identity: { ...blank.identity, ...asRecord(stored.identity) },
    rights: upgradeRights(stored.rights),
    land: { ...blank.land, ...asRecord(stored.land) },
    buildings: asList(stored.buildings).map((building) => ({ ...emptyBuilding(), ...building })),
    utilities: Object.fromEntries(
      utilityKinds.map((kind) => [kind, { ...unknownUtility(), ...asRecord(asRecord(stored.utilities)[kind]) }]),
    ),
    transport: { ...blank.transport, ...asRecord(stored.transport) },
    offeredFor: { ...blank.offeredFor, ...asRecord(stored.offeredFor) },
    zone: stored.zone,
    photos: asList(stored.photos).map((photo) => ({ ...photo, access: 'public' })),
  }
}

/** Encumbrances were one text. */
function upgradeRights(stored: Loose) {
  const { encumbrances, ...rights } = stored
  const text = encumbrances as Localized
  const isSaid = [text.kk, text.ru, text.en].some((words) => words.trim() !== '')
  return {
    ...emptyDossier('land').rights,
    ...rights,
    encumbranceState: isSaid ? 'present' : 'unknown',
    encumbrances: isSaid ? [{ kind: 'other', text }] : [],
  }
}

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asRecord(value: unknown): Loose {
  return isRecord(value) ? value : {}
}

function asList(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
