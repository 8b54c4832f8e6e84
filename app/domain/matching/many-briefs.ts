import type { SiteFacts } from './facts'
import type { Brief } from './model'
import { compileBrief, momentOf, weigh, type CompiledBrief, type Standing } from './rules'

/** Saved briefs, compiled once, to be asked of every site that changes. */
export type CompiledBriefs = { id: string; compiled: CompiledBrief }[]

/** Compiles briefs; the order is kept. */
export function compileBriefs(briefs: readonly { id: string; brief: Brief }[]): CompiledBriefs {
  return briefs.map(({ id, brief }) => ({ id, compiled: compileBrief(brief) }))
}

/** The briefs that a site answers, as a match, as open or as a near miss; the freshness of `facts` is that at `at`. */
export function briefsFor(facts: SiteFacts, briefs: CompiledBriefs, at: Date): (Standing & { id: string })[] {
  const moment = momentOf(at)
  return briefs.flatMap(({ id, compiled }) => {
    const standing = weigh(compiled, facts, moment)
    return standing.place === 'out' ? [] : [{ id, ...standing }]
  })
}
