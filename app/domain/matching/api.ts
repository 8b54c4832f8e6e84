import { unitOf } from '#app/domain/kernel/quantity'
import { readPage } from '#app/domain/kernel/page'
import { namesOf, presentSite } from '#app/domain/search/api'
import type { Ignored } from '#app/domain/search/schema'
import type { ClosingCommitment, Match, MatchAnswer, Outcome } from './model'
import { wordOf } from './parameters'
import { strongest, weakest } from './points'
import type { MatchLimits } from './scan'

/** Values of one request at most; a brief with everything in it has some hundred. */
const mostValues = 1_000

/** Parameters of the answer, beside those of the brief. */
export const answerParameters = ['size'] as const

/**
 * The parameters that a JSON body names: `{ "power_min": 400, "sector": ["it", "energy"] }` says what
 * `power_min=400&sector=it&sector=energy` says. What is neither text nor number nor a list of them is in `ignored`. Null
 * when the body is no object or names more than a thousand values.
 */
export function readBody(text: string): { params: URLSearchParams; ignored: Ignored[] } | null {
  const body = parseObject(text)
  if (body === null) return null
  const params = new URLSearchParams()
  const ignored: Ignored[] = []
  for (const [name, value] of Object.entries(body)) {
    if (value === null) continue
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof item === 'string' || typeof item === 'number') params.append(name, String(item))
      else ignored.push({ name, value: typeof item })
    }
    if (params.size + ignored.length > mostValues) return null
  }
  return { params, ignored }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** How many matches are asked for: `size`, else 20. */
export function readSize(params: URLSearchParams): { limits: Partial<MatchLimits>; ignored: Ignored[] } {
  const { request, ignored } = readPage({ size: params.get('size') })
  return {
    limits: { limit: request.size },
    ignored: ignored.map((name) => ({ name, value: params.get(name) ?? '' })),
  }
}

/** An answer to a brief as the API gives it (contract: `POST /api/match`). */
export function presentAnswer(answer: MatchAnswer, ignored: readonly Ignored[], origin: string) {
  return {
    algorithm: answer.algorithm,
    judged_at: answer.judgedAt,
    total: answer.total,
    matches: answer.matches.map((match) => presentMatch(match, origin)),
    needs_confirmation: answer.open.map((match) => presentMatch(match, origin)),
    needs_confirmation_total: answer.openTotal,
    near_misses: answer.nearMisses.map((miss) => ({
      ...presentMatch(miss, origin),
      relative_gap: miss.relativeGap,
    })),
    near_misses_total: answer.nearTotal,
    ignored: namesOf(ignored),
  }
}

const shownPoints = 3

function presentMatch(match: Match, origin: string) {
  const wordsOf = (outcomes: Outcome[]) => outcomes.map(({ criterion }) => wordOf[criterion])
  return {
    site: presentSite(match.card, origin),
    low: match.low,
    high: match.high,
    strongest: wordsOf(strongest(match, shownPoints)),
    weakest: wordsOf(weakest(match, shownPoints)),
    outcomes: match.outcomes.map(presentOutcome),
  }
}

function presentOutcome({ criterion, importance, state, low, high, value, unit, gap, reason, commitment }: Outcome) {
  return {
    criterion: wordOf[criterion],
    weight: importance,
    ...{ state, low, high, value, unit, gap, reason },
    commitment: commitment && presentCommitment(commitment),
  }
}

function presentCommitment({ work, added, dueOn, programme, state }: ClosingCommitment) {
  return { utility: work, added, unit: unitOf[work], due_on: dueOn, programme, state }
}
