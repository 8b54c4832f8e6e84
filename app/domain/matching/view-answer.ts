import { unitOf } from '#app/domain/kernel/quantity'
import { viewCard, type PlaceNames } from '#app/domain/search/card-view'
import { emptyCriteria } from '#app/domain/search/schema'
import type { Voice } from '#app/domain/sites/passport/said'
import type { MatchView, OutcomeView } from './brief-view'
import type { ClosingCommitment, Match, Outcome } from './model'
import { strongest, weakest } from './points'

const shownPoints = 3

/** A match in the language of the page, with its strongest and weakest points. */
export function viewMatch(match: Match, names: PlaceNames, voice: Voice): MatchView {
  const { number, kind, name, town, region, freshness, confirmedAt, confirmUntil, isDemo } = viewCard(
    match.card,
    emptyCriteria(),
    voice.lang,
    names,
  )
  return {
    site: { number, kind, name, town, region, freshness, confirmedAt, confirmUntil, isDemo },
    low: match.low,
    high: match.high,
    outcomes: match.outcomes.map((outcome) => viewOutcome(outcome, match, names, voice)),
    strongest: strongest(match, shownPoints).map(({ criterion }) => criterion),
    weakest: weakest(match, shownPoints).map(({ criterion }) => criterion),
  }
}

function viewOutcome(outcome: Outcome, match: Match, names: PlaceNames, voice: Voice): OutcomeView {
  const { criterion, state } = outcome
  return { criterion, state, says: saySite(outcome, match, names, voice), note: sayNote(outcome, voice) }
}

/** What the site says to what is asked. */
function saySite(outcome: Outcome, { card }: Match, names: PlaceNames, { t, format }: Voice): string {
  const { criterion, value, unit, reason, state } = outcome
  const unknown = t('ui.state.unknown')
  if (criterion === 'rail' && value === 0) return t('briefs.rail_here')
  if (value !== null && unit !== null) {
    return unit === 'KZT' ? format.moneyExact(Math.round(value)) : format.quantity(value, unit)
  }
  if (reason === 'absent') return t('ui.state.none')
  switch (criterion) {
    case 'sector':
      return card.sectors.map((key) => t(`sites.sector.${key}`)).join(', ') || unknown
    case 'kind':
      return t(`sites.kind.${card.kind}`)
    case 'place':
      return [names.towns[card.townKey] ?? card.townKey, names.regions[card.regionKey] ?? card.regionKey].join(', ')
    case 'tenure':
      return card.tenures.map((key) => t(`sites.tenure.${key}`)).join(', ') || unknown
    case 'zone':
      return t(`sites.zone_verdict.${card.zone}`)
    case 'incentive':
      return state === 'unknown' ? unknown : t(state === 'met' ? 'ui.state.yes' : 'ui.state.no')
    case 'rail':
      return state === 'met' ? t('ui.state.yes') : state === 'not_met' ? t('ui.state.no') : unknown
    default:
      return unknown
  }
}

/** What is missing, why, and what the authority has undertaken to bring. */
function sayNote({ criterion, gap, unit, reason, commitment }: Outcome, voice: Voice): string {
  const { t } = voice
  return [
    gap === null || unit === null ? '' : sayGap(criterion, gap, unit, voice),
    reason === null || reason === 'absent' ? '' : t(`matching.reason.${reason}`),
    commitment === null ? '' : sayCommitment(commitment, reason === 'committed', voice),
  ]
    .filter(Boolean)
    .join('; ')
}

function sayGap(
  criterion: Outcome['criterion'],
  gap: number,
  unit: NonNullable<Outcome['unit']>,
  { t, format }: Voice,
): string {
  if (unit === 'KZT') return t('briefs.gap.price', { gap: format.moneyExact(Math.round(gap)) })
  const quantity = format.quantity(gap, unit)
  return t(criterion === 'rail' || criterion === 'highway' ? 'briefs.gap.distance' : 'briefs.gap.short', {
    gap: quantity,
  })
}

/** "commitment: +400 kW by 30.06.2027, funded"; that it is funded is said already where it counts. */
function sayCommitment(
  { work, added, dueOn, state }: ClosingCommitment,
  isCounted: boolean,
  { t, format }: Voice,
): string {
  const facts = [
    dueOn === null ? t('facts.commitment.no_date') : t('facts.commitment.due', { date: format.date(dueOn) }),
    isCounted ? '' : t(`dossier.choice.commitment_state.${state}`),
  ]
  return t('briefs.commitment', {
    added: `+${format.quantity(added, unitOf[work])}`,
    facts: facts.filter(Boolean).join(', '),
  })
}
