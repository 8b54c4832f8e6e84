import type { CardView } from '#app/domain/search/card-view'
import type { Criterion, Importance, OutcomeState } from './model'

/** A need in the words of the page: "Electricity", "from 500 kW", "must have". */
export type NeedView = { criterion: Criterion; label: string; asked: string; importance: Importance; weight: string }

/** How a site answers a need; `note` says what is missing, why, and what would close it. */
export type OutcomeView = { criterion: Criterion; state: OutcomeState; says: string; note: string }

/** The site of a match, as much as its row shows. */
export type MatchedSite = Pick<
  CardView,
  'number' | 'kind' | 'name' | 'town' | 'region' | 'freshness' | 'confirmedAt' | 'confirmUntil' | 'isDemo'
>

/** `low` and `high` are the score 0 to 1; outcomes stand in the order of the needs. */
export type MatchView = {
  site: MatchedSite
  low: number
  high: number
  outcomes: OutcomeView[]
  strongest: Criterion[]
  weakest: Criterion[]
}

/** What an answer would be if one must were only a wish. */
export type Relaxation = { criterion: Criterion; total: number }

/** The answer to a brief in the language of its page. */
export type AnswerView = {
  algorithm: string
  judgedAt: string
  needs: NeedView[]
  matches: MatchView[]
  total: number
  open: MatchView[]
  openTotal: number
  near: MatchView[]
  nearTotal: number
  /** Only when nothing fits; what helps most first. */
  relaxations: Relaxation[]
  /** When relaxing one must does not help: the one that the fewest sites meet, and how many do. */
  hardest: Relaxation | null
}

/** The name of a match with its number, for links and labels. */
export function nameOf({ site }: MatchView): string {
  return [site.name.text, site.number].filter(Boolean).join(' · ')
}
