import type { Voice } from '#app/domain/sites/passport/said'
import type { AtLeast, FactCode, FactValue } from './model'
import type { ReasonView, RuleView } from './view'

/** What is needed to say a rule: the words and formats of a language. */
export type Speech = Pick<Voice, 't' | 'format'>

/** A part of what is said of a rule. `source` is in the language of the paper it names, empty when there is none. */
export type SaidPart = { text: string; source: string }

/** What follows from the answer to a rule, from which facts and figures, and who can help; empty when all is said. */
export function sayRule({ consequence, because, supply }: RuleView, speech: Speech): SaidPart[] {
  const { t } = speech
  const who = supply.map((supplier) => t(`eligibility.supplier.${supplier}`)).join(', ')
  return [
    plain(consequence === 'met' ? '' : t(`eligibility.consequence.${consequence}`)),
    ...because.map((reason) => sayReason(reason, speech)),
    plain(who === '' ? '' : t('eligibility.who', { list: who })),
  ].filter(({ text }) => text !== '')
}

/** A part as one text, for paper. */
export function writePart({ text, source }: SaidPart): string {
  return source === '' ? text : `${text} (${source})`
}

const plain = (text: string): SaidPart => ({ text, source: '' })

/** The citation of a rule, marked where nobody could check it. */
export function sayCitation({ citation, isUnverified }: RuleView, { t }: Speech): string {
  return isUnverified ? `${citation} ${t('eligibility.unverified_citation')}` : citation
}

/** A fact or parameter with its value and, for a parameter, its source; or that it is missing. */
function sayReason(reason: ReasonView, speech: Speech): SaidPart {
  if ('fact' in reason) return plain(sayFact(reason.fact, reason.value, speech))
  const { label, unit, value, citation } = reason
  if (value === null) return plain(speech.t('eligibility.unpublished', { what: label }))
  return { text: `${label}: ${sayAmount(value, unit, speech)}`, source: citation }
}

function sayFact(fact: FactCode, value: FactValue | AtLeast | null, speech: Speech): string {
  // The question of the rule is the answer's label.
  if (isZoneAnswer(fact)) return ''
  const { t } = speech
  const what = t(`eligibility.fact.${fact}`)
  if (value === null) return t('eligibility.unknown', { what })
  if (typeof value !== 'object') return `${what}: ${sayValue(fact, value, speech)}`
  return t('eligibility.at_least', { what, value: sayValue(fact, value.atLeast, speech) })
}

type ZoneAnswer = Extract<FactCode, `zone_${string}`>

function isZoneAnswer(fact: FactCode): fact is ZoneAnswer {
  return fact.startsWith('zone_')
}

function sayValue(fact: Exclude<FactCode, ZoneAnswer>, value: FactValue, { t, format }: Speech): string {
  if (typeof value === 'number') {
    if (fact === 'floor_area_m2') return format.quantity(value, 'm2')
    if (fact === 'plot_ha') return format.quantity(value, 'ha')
    return fact === 'export_share_pct' ? format.percent(value / 100) : format.money(value)
  }
  switch (fact) {
    case 'site_kind':
      return t(`sites.kind.${value}` as 'sites.kind.land')
    case 'ownership':
      return t(`sites.ownership.${value}` as 'sites.ownership.private')
    case 'electricity':
    case 'water':
      return t(`sites.presence.${value}` as 'sites.presence.none')
    case 'sector':
      return value === 'trade' ? t('eligibility.trade') : t(`sites.sector.${value}` as 'sites.sector.it')
    case 'company_size':
      return t(`eligibility.size.${value}` as 'eligibility.size.small')
    case 'project_kind':
      return t(`eligibility.project_kind.${value}` as 'eligibility.project_kind.new')
    default:
      return fact === 'idle_since' ? format.month(`${value}-01`) : value
  }
}

/** The value of a parameter with its unit. */
export function sayAmount(
  value: FactValue,
  unit: Extract<ReasonView, { unit: unknown }>['unit'],
  { t, format }: Speech,
): string {
  if (typeof value !== 'number') return value
  switch (unit) {
    case 'm2':
    case 'ha':
      return format.quantity(value, unit)
    case 'percent':
      return format.percent(value / 100)
    case 'kzt':
      return format.moneyExact(value)
    case 'kzt_m2_month':
      return t('eligibility.unit.kzt_m2_month', { value: format.moneyExact(value) })
    case null:
      return format.number(value)
    default:
      return t(`eligibility.unit.${unit}`, { value: format.number(value) })
  }
}
