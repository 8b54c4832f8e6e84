import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import type { DossierGroup } from '../choices'
import { allFields, fieldsOf } from '../fields/catalogue'
import { valueAt, withValue } from '../fields/value-at'
import type { Building, Dossier, Provenance, Utility } from '../model'
import { roundQuantity } from '../rules'
import type { FieldReader } from './field-reader'
import { isOked } from './read-field'

/**
 * What must hold between the fields of a group after they were read: a value that contradicts the others is taken out and
 * named in the reader's faults.
 */
export function checkGroup(reader: FieldReader, group: DossierGroup, dossier: Dossier): Dossier {
  const checked = checkValues(reader, group, dossier)
  if (checked.notApplicable.length === 0) return checked
  const names = new Set(allFields(checked).map((field) => field.name))
  const notApplicable = checked.notApplicable.filter((name) => names.has(name))
  return notApplicable.length === checked.notApplicable.length ? checked : { ...checked, notApplicable }
}

/** The same for a dossier whose lists have not become shorter, so that every field it names is still there. */
export function checkValues(reader: FieldReader, group: DossierGroup, dossier: Dossier): Dossier {
  return checkTerms(reader, group, checks[group]?.(reader, dossier) ?? dossier)
}

type Check = (reader: FieldReader, dossier: Dossier) => Dossier

const checks: Partial<Record<DossierGroup, Check>> = {
  identity: checkIdentity,
  rights(reader, dossier) {
    const { price, priceKind } = dossier.rights
    if (price !== null && priceKind === null) reader.fail('rights.priceKind', 'price_kind_missing')
    return dossier
  },
  land: checkLand,
  buildings: (reader, dossier) => ({
    ...dossier,
    buildings: dossier.buildings.map((building, index) => checkBuilding(reader, building, index)),
  }),
  utilities: (reader, dossier) => ({
    ...dossier,
    utilities: Object.fromEntries(
      utilityKinds.map((kind) => [kind, checkUtility(reader, kind, dossier.utilities[kind])]),
    ) as Dossier['utilities'],
  }),
  environment(reader, dossier) {
    const { pastOked } = dossier.environment
    if (pastOked === '' || isOked(pastOked)) return dossier
    reader.fail('environment.pastOked', 'not_oked')
    return { ...dossier, environment: { ...dossier.environment, pastOked: '' } }
  },
}

function checkIdentity(reader: FieldReader, dossier: Dossier): Dossier {
  const { kato } = dossier.identity
  if (kato === '' || /^\d{9}$/.test(kato)) return dossier
  reader.fail('identity.kato', 'not_kato')
  return { ...dossier, identity: { ...dossier.identity, kato: '' } }
}

/** What is free is a part of the plot, and one piece a part of what is free. */
function checkLand(reader: FieldReader, dossier: Dossier): Dossier {
  const land = { ...dossier.land }
  if (land.plotHa !== null && land.freeHa !== null && land.freeHa > land.plotHa) {
    reader.fail('land.freeHa', 'free_area_exceeds', { max: land.plotHa })
    land.freeHa = null
  }
  const most = land.freeHa ?? land.plotHa
  if (most !== null && land.largestPieceHa !== null && land.largestPieceHa > most) {
    reader.fail('land.largestPieceHa', 'free_area_exceeds', { max: most })
    land.largestPieceHa = null
  }
  return { ...dossier, land }
}

function checkBuilding(reader: FieldReader, building: Building, index: number): Building {
  const { totalAreaM2, freeAreaM2 } = building
  // Without a crane there is nothing to say about it.
  const cranes = building.cranes === 'yes' ? {} : { craneLiftT: null, craneCount: null }
  const isTooLarge = totalAreaM2 !== null && freeAreaM2 !== null && freeAreaM2 > totalAreaM2
  if (isTooLarge) reader.fail(`buildings.${index}.freeAreaM2`, 'free_area_exceeds', { max: totalAreaM2 })
  return { ...building, ...cranes, ...(isTooLarge ? { freeAreaM2: null } : {}) }
}

const noQuantities = { installed: null, used: null, reserved: null, free: null }

/** What is in use and reserved fits into what is installed, and the free capacity into what remains (domain.md). */
function checkUtility(reader: FieldReader, kind: UtilityKind, utility: Utility): Utility {
  // The page hides the quantities then, and a quantity of something absent would contradict the answer.
  if (utility.presence === 'unknown') return { ...utility, ...noQuantities, distanceM: null }
  if (utility.presence === 'none') return { ...utility, ...noQuantities }
  const { installed, used, reserved, free } = utility
  if (installed === null) return utility
  const name = (field: string) => `utilities.${kind}.${field}`
  const taken = roundQuantity((used ?? 0) + (reserved ?? 0))
  if (taken > installed) {
    const field = reserved !== null && reserved > 0 ? 'reserved' : 'used'
    const other = field === 'reserved' ? (used ?? 0) : (reserved ?? 0)
    reader.fail(name(field), 'used_exceeds', { max: Math.max(0, roundQuantity(installed - other)) })
    return { ...utility, [field]: null }
  }
  const rest = roundQuantity(installed - taken)
  if (free === null || free <= rest) return utility
  reader.fail(name('free'), 'free_exceeds', { max: rest })
  return { ...utility, free: null }
}

/** Nothing ends before the day it is known as of. */
function checkTerms(reader: FieldReader, group: DossierGroup, dossier: Dossier): Dossier {
  const late = fieldsOf(group, dossier)
    .filter(({ name }) => name.endsWith('.validUntil') && !(name in reader.faults))
    .filter(({ name }) => {
      const { asOf, issuedOn, validUntil } = valueAt(dossier, name.slice(0, -'.validUntil'.length)) as Partial<
        Provenance & { issuedOn: string | null }
      >
      const from = asOf ?? issuedOn ?? null
      return from !== null && typeof validUntil === 'string' && validUntil < from
    })
  for (const { name } of late) reader.fail(name, 'before_as_of')
  return late.reduce((checked, { name }) => withValue(checked, name, null), dossier)
}
