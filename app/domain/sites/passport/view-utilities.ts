import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import type { Dossier, Utility } from '#app/domain/sites/model'
import { capacityToDraw, isNetworkThere } from '#app/domain/sites/rules'
import { factBlock } from './fact-block'
import type { UtilityRow } from './model'
import { joined, named, startSmall, type Said, type Voice } from './said'
import { sayDistance, saySource } from './say-field'

/** What each network gives, in the order in which networks are shown. */
export function viewUtilities(dossier: Dossier, voice: Voice, today: string): UtilityRow[] {
  return utilityKinds.map((kind) => viewUtility(kind, dossier, voice, today))
}

function viewUtility(kind: UtilityKind, dossier: Dossier, voice: Voice, today: string): UtilityRow {
  const utility = dossier.utilities[kind]
  const isThere = isNetworkThere(utility)
  const free = capacityToDraw(utility)
  return {
    kind,
    ...{ free, isThere, used: utility.used, reserved: utility.reserved, installed: utility.installed },
    whom: isThere && free === null ? sayWhom(utility, voice) : null,
    place: sayPlace(utility, voice),
    technical: sayTechnical(kind, dossier, voice, today),
    conditions: sayConditions(utility, voice, today),
    source: saySource(utility.provenance, voice, today),
  }
}

/** Who may know what the akimat does not say. */
function sayWhom({ operator }: Utility, { t }: Voice): Said {
  return operator === '' ? t('facts.unknown_akimat') : joined([t('facts.unknown_operator'), named(operator)], ' ')
}

function sayPlace({ presence, distanceM, operator, free, installed }: Utility, voice: Voice): Said {
  const { t } = voice
  const isBlank = presence === 'unknown' && free === null && installed === null
  const way =
    distanceM === null || distanceM === 0 ? '' : t('facts.connection_at', { distance: sayDistance(distanceM, voice) })
  return joined([isBlank ? '' : t(`sites.presence.${presence}`), way, isBlank ? '' : named(operator)])
}

const saidElsewhere = ['presence', 'installed', 'used', 'reserved', 'free', 'distanceM', 'operator']
const conditionFields = ['state', 'number', 'issuedOn', 'validUntil', 'costKzt'].map((name) => `conditions.${name}`)

function sayTechnical(kind: UtilityKind, dossier: Dossier, voice: Voice, today: string): Said {
  const under = `utilities.${kind}.`
  const without = [...saidElsewhere, ...conditionFields].map((name) => under + name)
  const { rows } = factBlock(dossier, { group: 'utilities', under, without, today }, voice)
  return joined(rows.map(({ label, value }) => joined([startSmall(label), value], ': ')))
}

/** State, number and term of the technical conditions; null when nobody has said anything of them. */
function sayConditions({ conditions, presence }: Utility, voice: Voice, today: string): UtilityRow['conditions'] {
  const { t, format } = voice
  const { state, number, issuedOn, validUntil, costKzt } = conditions
  if (state === 'unknown' || (state === 'none' && presence === 'none')) return null
  const isExpired = state === 'issued' && validUntil !== null && validUntil < today
  const term =
    validUntil === null
      ? ''
      : t(isExpired ? 'facts.expired_on' : 'facts.valid_until', { date: format.date(validUntil) })
  const text = joined(
    [
      joined([t(`dossier.choice.conditions.${state}`), named(number)], ' '),
      issuedOn === null ? '' : format.date(issuedOn),
      term,
    ],
    ', ',
  )
  const cost = costKzt === null ? null : t('facts.connection_cost', { cost: format.moneyExact(costKzt) })
  return { text, cost, ...(isExpired && { isExpired }) }
}
