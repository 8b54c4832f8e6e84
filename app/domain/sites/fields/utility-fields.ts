import { largestCapacity, unitOf, type UtilityKind } from '#app/domain/kernel/quantity'
import { conditionStates, presences, reliabilities, waterQualities } from '../choices'
import { limits, textLimits } from '../limits'
import { choice, labelled, named, number, type FieldDraft } from './field'
import { provenanceFields } from './property-fields'

/** What is asked about a network; technical values only where they mean something. */
export function utilityFields(kind: UtilityKind): FieldDraft[] {
  const capacity = (field: string) => number(field, largestCapacity[kind], unitOf[kind])
  return [
    choice('presence', presences, 'sites.presence'),
    capacity('installed'),
    capacity('used'),
    capacity('reserved'),
    capacity('free'),
    number('distanceM', limits.distanceM, 'm'),
    named('operator', { type: 'line', max: textLimits.line }),
    ...technicalFields(kind),
    ...conditionFields(),
    ...provenanceFields('provenance'),
  ]
}

function technicalFields(kind: UtilityKind): FieldDraft[] {
  const pressure = number('pressureMpa', limits.pressureMpa, 'MPa')
  const diameter = number('diameterMm', limits.diameterMm, 'mm')
  const wear = number('wearPct', 100, 'percent')
  switch (kind) {
    case 'electricity':
      return [
        number('voltageKv', limits.voltageKv, 'kV'),
        named('substation', { type: 'line', max: textLimits.line }),
        choice('reliability', reliabilities, 'dossier.choice.reliability'),
        wear,
      ]
    case 'water':
      return [choice('waterQuality', waterQualities, 'dossier.choice.water_quality'), pressure, diameter, wear]
    case 'sewer':
      return [diameter, wear]
    case 'heat':
    case 'gas':
      return [pressure, diameter, wear]
    case 'steam':
      return [pressure, wear]
    case 'telecom':
      return []
  }
}

/** Technical conditions of the network company. */
function conditionFields(): FieldDraft[] {
  return [
    labelled(choice('conditions.state', conditionStates, 'dossier.choice.conditions'), 'conditions'),
    labelled(named('conditions.number', { type: 'line', max: textLimits.line }), 'conditionsNumber'),
    labelled(named('conditions.issuedOn', { type: 'day', mayBeLater: false }), 'conditionsIssuedOn'),
    labelled(named('conditions.validUntil', { type: 'day', mayBeLater: true }), 'conditionsValidUntil'),
    labelled(named('conditions.costKzt', { type: 'money' }), 'conditionsCost'),
  ]
}
