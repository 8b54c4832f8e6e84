import { largestCapacity, unitOf, utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { presences, sourceKinds, type Dossier, type Provenance, type Utility } from '../model'
import { roundQuantity } from '../rules'
import { textLimits } from '../schema'
import type { FieldReader } from './field-reader'

export function readUtilities(reader: FieldReader, before: Dossier['utilities']): Dossier['utilities'] {
  const utilities = utilityKinds.map((kind) => [kind, readUtility(reader, kind, before[kind])])
  return Object.fromEntries(utilities) as Dossier['utilities']
}

const noQuantities = { installed: null, used: null, reserved: null, free: null, distanceM: null }

function readUtility(reader: FieldReader, kind: UtilityKind, before: Utility): Utility {
  const name = (field: string) => `utilities.${kind}.${field}`
  const capacity = (field: 'installed' | 'used' | 'reserved' | 'free') =>
    reader.number(name(field), before[field], { max: largestCapacity[kind], unit: unitOf[kind] })
  const presence = reader.choice(name('presence'), before.presence, presences)
  const about = {
    presence,
    operator: reader.line(name('operator'), before.operator, textLimits.line),
    provenance: readProvenance(reader, name('provenance'), before.provenance),
  }
  // The page hides these fields then, and a quantity of something absent would contradict the answer.
  if (presence === 'none' || presence === 'unknown') return { ...about, ...noQuantities }
  return checkBalance(reader, name, {
    ...about,
    installed: capacity('installed'),
    used: capacity('used'),
    reserved: capacity('reserved'),
    free: capacity('free'),
    distanceM: reader.number(name('distanceM'), before.distanceM, { max: 200_000, unit: 'm' }),
  })
}

/** What is in use and reserved fits into what is installed, and the free capacity into what remains (domain.md). */
function checkBalance(reader: FieldReader, name: (field: string) => string, utility: Utility): Utility {
  const { installed, used, reserved, free } = utility
  if (installed === null) return utility
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

function readProvenance(reader: FieldReader, name: string, before: Provenance): Provenance {
  const provenance = {
    source: reader.optional(`${name}.source`, before.source, sourceKinds),
    reference: reader.line(`${name}.reference`, before.reference, textLimits.line),
    asOf: reader.day(`${name}.asOf`, before.asOf),
    validUntil: reader.day(`${name}.validUntil`, before.validUntil, true),
  }
  const { asOf, validUntil } = provenance
  if (asOf === null || validUntil === null || validUntil >= asOf) return provenance
  reader.fail(`${name}.validUntil`, 'before_as_of')
  return { ...provenance, validUntil: null }
}
