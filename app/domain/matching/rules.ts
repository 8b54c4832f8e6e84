import { localDateOf } from '#app/domain/kernel/local-date'
import type { SiteFacts } from './facts'
import type { Brief, Outcome } from './model'
import { askedNeeds, type AskedNeed, type Moment } from './needs'
import { explain } from './outcomes'
import { isCountable } from './parameters'
import { addCell, standingOf, startTally, type Standing } from './tally'

/** A site judged by a brief, criterion by criterion. */
export type Judgement = Standing & { outcomes: Outcome[] }

/** A brief made ready to be asked of many sites; `inBestOrder`: what may end the asking comes first. */
export type CompiledBrief = { brief: Brief; needs: AskedNeed[]; inBestOrder: AskedNeed[]; weight: number }

/** Compiles a brief once for many sites. */
export function compileBrief(brief: Brief): CompiledBrief {
  const needs = askedNeeds(brief)
  const rank = ({ criterion, isMust }: AskedNeed) => (isMust ? Number(isCountable(brief, criterion)) : 2)
  const inBestOrder = needs.toSorted((left, right) => rank(left) - rank(right))
  return { brief, needs, inBestOrder, weight: needs.reduce((sum, need) => sum + need.weight, 0) }
}

/** The moment as the rules need it. */
export function momentOf(at: Date): Moment {
  return { today: localDateOf(at) }
}

/**
 * Place and score of a site, null when it is no answer. Pure: the freshness of `facts` and `moment` say what time it is.
 * Most sites are no answer to most briefs, and nothing more is asked once that is known.
 */
export function weigh({ inBestOrder, weight }: CompiledBrief, facts: SiteFacts, moment: Moment): Standing | null {
  const tally = startTally(facts.freshness === 'lapsed')
  for (let at = 0; !tally.isOut; at++) {
    const need = inBestOrder[at]
    if (need === undefined) return standingOf(tally, weight)
    addCell(tally, need.weight, need.isMust, need.ask(facts, moment))
  }
  return null
}

/**
 * A site judged by a brief with an outcome per criterion, in the order of `criteria`. The freshness of `facts` is that at
 * `at`, which also decides whether a commitment is missed.
 */
export function judgeSite(facts: SiteFacts, brief: Brief, at: Date): Judgement {
  return judge(compileBrief(brief), facts, momentOf(at))
}

/** `judgeSite` for a brief that is compiled already. */
export function judge({ brief, needs, weight }: CompiledBrief, facts: SiteFacts, moment: Moment): Judgement {
  const tally = startTally(facts.freshness === 'lapsed')
  const outcomes = needs.map((need) => {
    const cell = need.ask(facts, moment)
    addCell(tally, need.weight, need.isMust, cell)
    return explain(need, cell, facts, brief, moment)
  })
  return { ...standingOf(tally, weight), outcomes }
}
