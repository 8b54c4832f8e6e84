import type { SiteFacts } from './facts'
import type { Brief, Criterion } from './model'
import { isUtility, type Ask } from './needs'
import { compileBrief, momentOf } from './rules'
import type { Standing } from './tally'
import type { Cell } from './levels'
import { addCell, standingOf, startTally } from './tally'

/**
 * Saved briefs, made ready to be asked of every site that changes. Many ask the same: each different question is put to
 * a site once, and the needs of the briefs, one after the other in flat arrays, only look up its answer. Those of brief
 * `at` begin at `starts[at]`; what may end the asking comes first.
 */
export type CompiledBriefs = {
  ids: string[]
  questions: Ask[]
  starts: Int32Array
  question: Int32Array
  weight: Uint8Array
  isMust: Uint8Array
  /** Of all needs of a brief. */
  total: Int32Array
}

/** Compiles briefs; the order is kept. */
export function compileBriefs(briefs: readonly { id: string; brief: Brief }[]): CompiledBriefs {
  const known = new Map<string, number>()
  const questions: Ask[] = []
  const needs: { question: number; weight: number; isMust: boolean }[] = []
  const starts = new Int32Array(briefs.length + 1)
  const total = new Int32Array(briefs.length)
  briefs.forEach(({ brief }, at) => {
    const { inBestOrder, weight: whole } = compileBrief(brief)
    for (const { criterion, weight, isMust, ask } of inBestOrder) {
      const key = keyOf(brief, criterion)
      const question = known.get(key) ?? questions.push(ask) - 1
      known.set(key, question)
      needs.push({ question, weight, isMust })
    }
    total[at] = whole
    starts[at + 1] = needs.length
  })
  return {
    ids: briefs.map(({ id }) => id),
    ...{ questions, starts, total },
    question: Int32Array.from(needs, (need) => need.question),
    weight: Uint8Array.from(needs, (need) => need.weight),
    isMust: Uint8Array.from(needs, (need) => Number(need.isMust)),
  }
}

/** The same for needs that every site answers alike, however important they are. */
function keyOf({ needs, startOn }: Brief, criterion: Criterion): string {
  const { importance: _, ...asked } = { importance: null, ...needs[criterion] }
  return `${criterion} ${isUtility(criterion) ? startOn : ''} ${'min' in asked ? asked.min : JSON.stringify(asked)}`
}

/** The briefs that a site answers, as a match, as open or as a near miss; the freshness of `facts` is that at `at`. */
export function briefsFor(facts: SiteFacts, briefs: CompiledBriefs, at: Date): (Standing & { id: string })[] {
  const answered: (Standing & { id: string })[] = []
  if (facts.freshness === 'lapsed') return answered
  const moment = momentOf(at)
  const answers = briefs.questions.map((ask) => ask(facts, moment))
  briefs.ids.forEach((id, brief) => {
    const standing = weighAt(briefs, brief, answers)
    if (standing !== null) answered.push({ id, ...standing })
  })
  return answered
}

function weighAt(
  { starts, question, weight, isMust, total }: CompiledBriefs,
  brief: number,
  answers: readonly Cell[],
): Standing | null {
  const tally = startTally(false)
  const end = starts[brief + 1] as number
  for (let at = starts[brief] as number; at < end; at++) {
    const cell = answers[question[at] as number] as Cell
    addCell(tally, weight[at] as number, isMust[at] === 1, cell)
    if (tally.isOut) return null
  }
  return standingOf(tally, total[brief] as number)
}
