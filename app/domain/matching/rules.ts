import { localDateOf } from '#app/domain/kernel/local-date'
import type { SiteFacts } from './facts'
import { full, uncounted, type Cell } from './levels'
import type { Brief, Outcome } from './model'
import { askedNeeds, type AskedNeed, type Moment } from './needs'
import { explain, stateOf } from './outcomes'

/**
 * Where a site stands in the answer to a brief. `open`: no must is broken, but one is not known. `near`: it breaks musts
 * on quantities only. `out`: it is no answer, or its data has lapsed.
 */
export type Place = 'match' | 'open' | 'near' | 'out'

/** Score 0 to 1 and place of a site; `relativeGap` is the sum of gap / asked over the musts that it breaks. */
export type Standing = { place: Place; low: number; high: number; relativeGap: number }

/** A site judged by a brief, criterion by criterion. */
export type Judgement = Standing & { outcomes: Outcome[] }

/** A brief made ready to be asked of many sites. */
export type CompiledBrief = { brief: Brief; needs: AskedNeed[]; weight: number }

/** Compiles a brief once for many sites. */
export function compileBrief(brief: Brief): CompiledBrief {
  const needs = askedNeeds(brief)
  return { brief, needs, weight: needs.reduce((sum, need) => sum + need.weight, 0) }
}

/** The moment as the rules need it. */
export function momentOf(at: Date): Moment {
  return { today: localDateOf(at) }
}

/** Sum of weighted levels as a score 0 to 1; a brief that asks for nothing is met by every site. */
export function scoreOf(sum: number, weight: number): number {
  return weight === 0 ? 1 : sum / (weight * full)
}

/** Place and score of a site. Pure: the freshness of `facts` and `moment` say what time it is. */
export function weigh({ needs, weight }: CompiledBrief, facts: SiteFacts, moment: Moment): Standing {
  return addUp(
    needs,
    needs.map((need) => need.ask(facts, moment)),
    weight,
    facts.freshness === 'lapsed',
  )
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
  const cells = needs.map((need) => need.ask(facts, moment))
  const outcomes = needs.map((need, index) => explain(need, cells[index] as Cell, facts, brief, moment))
  return { ...addUp(needs, cells, weight, facts.freshness === 'lapsed'), outcomes }
}

function addUp(needs: readonly AskedNeed[], cells: readonly Cell[], weight: number, hasLapsed: boolean): Standing {
  let low = 0
  let high = 0
  let gap = 0
  let isOpen = false
  let isBroken = false
  let isOut = hasLapsed
  needs.forEach((need, index) => {
    const cell = cells[index] as Cell
    low += need.weight * cell.low
    high += need.weight * cell.high
    if (!need.isMust || cell.low === full) return
    if (stateOf(cell) === 'unknown') {
      isOpen = true
      return
    }
    isBroken = true
    if (cell.shortfall === uncounted) isOut = true
    else gap += cell.shortfall
  })
  const place = isOut ? 'out' : isBroken ? 'near' : isOpen ? 'open' : 'match'
  return { place, low: scoreOf(low, weight), high: scoreOf(high, weight), relativeGap: gap / 1e6 }
}
