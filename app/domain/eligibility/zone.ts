import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Answer, SiteKind } from '#app/domain/sites/choices'
import type { Dossier } from '#app/domain/sites/model'
import { siteFacts } from './facts'
import { zoneKey, type ActiveRules, type Evaluation } from './model'
import { evaluateSet, siteAnswer } from './rules'

/** The small industrial zone by the rules in force; `undetermined` without results when none are. */
export function judgeZone(rules: ActiveRules, dossier: Dossier, kind: SiteKind, today: LocalDate): Evaluation {
  return judgeSite(rules, zoneKey, dossier, kind, today)
}

/**
 * Whether the object itself falls under art. 234 of the Entrepreneurial Code (state property that has stood idle, to be
 * given to a small or medium business): what the rules of that measure say of the site, whoever the investor is.
 */
export function fallsUnderArticle234(rules: ActiveRules, dossier: Dossier, kind: SiteKind, today: LocalDate): Answer {
  return siteAnswer(judgeSite(rules, 'unused_state_asset', dossier, kind, today))
}

function judgeSite(rules: ActiveRules, key: string, dossier: Dossier, kind: SiteKind, today: LocalDate): Evaluation {
  return evaluateSet(rules, key, siteFacts(dossier, kind), today) ?? { verdict: 'undetermined', results: [] }
}
