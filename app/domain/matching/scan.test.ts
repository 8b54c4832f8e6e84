import { makeColumns } from '#app/domain/search/columns'
import { freshnessEdges } from '#app/domain/search/freshness'
import type { CatalogueRow } from '#app/domain/search/row'
import { answerSearch } from '#app/domain/search/rules'
import { readCriteria } from '#app/domain/search/schema'
import { briefsOf } from '#tests/builders/briefs'
import { knownKeys, now, places } from '#tests/builders/catalogue-samples'
import { rowsOf } from '#tests/builders/match-sites'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOf } from './facts'
import { briefsFor, compileBriefs } from './many-briefs'
import { criteria, type Brief, type MatchAnswer } from './model'
import { judgeSite, type Judgement } from './rules'
import { matchColumns } from './scan'
import { readBrief, writeBrief } from './schema'

const everything = { limit: 100, openLimit: 100, nearLimit: 100 }
const edges = freshnessEdges(now)

type Judged = { row: CatalogueRow; judgement: Judgement; age: number }

const rank = { fresh: 0, due: 1, stale: 2, lapsed: 3 } as const
const byNumber = (left: Judged, right: Judged) => (left.row.card.number < right.row.card.number ? -1 : 1)

/** The answer as one would write it without a catalogue: every site judged, then sorted. */
function plainMatch(rows: CatalogueRow[], brief: Brief) {
  const judged = rows.map((row): Judged => {
    const facts = factsOf(row, edges)
    return { row, judgement: judgeSite(facts, brief, now), age: rank[facts.freshness] }
  })
  const at = (place: Judgement['place']) => judged.filter(({ judgement }) => judgement.place === place)
  const byScore = (left: Judged, right: Judged) =>
    right.judgement.low - left.judgement.low ||
    right.judgement.high - left.judgement.high ||
    left.age - right.age ||
    byNumber(left, right)
  const byGap = (left: Judged, right: Judged) =>
    left.judgement.relativeGap - right.judgement.relativeGap || left.age - right.age || byNumber(left, right)
  return { matches: at('match').sort(byScore), open: at('open').sort(byScore), near: at('near').sort(byGap) }
}

const told = ({ row, judgement: { low, high, outcomes } }: Judged) => ({ number: row.card.number, low, high, outcomes })
const shown = (answer: MatchAnswer, list: 'matches' | 'open' | 'nearMisses') =>
  answer[list].map(({ card, low, high, outcomes }) => ({ number: card.number, low, high, outcomes }))

describe('the pass over the columns', () => {
  it('gives what judging every site by itself gives', () => {
    fc.assert(
      fc.property(rowsOf(), briefsOf(4), (rows, brief) => {
        const answer = matchColumns(makeColumns(rows, places), brief, now, everything)
        const plain = plainMatch(rows, brief)
        expect(shown(answer, 'matches')).toEqual(plain.matches.map(told))
        expect(shown(answer, 'open')).toEqual(plain.open.map(told))
        expect(shown(answer, 'nearMisses')).toEqual(plain.near.map(told))
        expect(answer.nearMisses.map(({ relativeGap }) => relativeGap)).toEqual(
          plain.near.map(({ judgement }) => judgement.relativeGap),
        )
        expect([answer.total, answer.openTotal, answer.nearTotal]).toEqual([
          plain.matches.length,
          plain.open.length,
          plain.near.length,
        ])
      }),
      { numRuns: 150 },
    )
  })

  it('asks every criterion as judging one site does', () => {
    fc.assert(
      fc.property(rowsOf(), briefsOf(), fc.constantFrom(...criteria), (rows, { needs, ...brief }, criterion) => {
        const need = needs[criterion]
        fc.pre(need !== undefined)
        const alone = { ...brief, needs: { [criterion]: { ...need, importance: 'must' } } } as Brief
        const answer = matchColumns(makeColumns(rows, places), alone, now, everything)
        const plain = plainMatch(rows, alone)
        expect(shown(answer, 'matches')).toEqual(plain.matches.map(told))
        expect(shown(answer, 'open')).toEqual(plain.open.map(told))
        expect(shown(answer, 'nearMisses')).toEqual(plain.near.map(told))
      }),
      { numRuns: 150 },
    )
  })

  it('does not depend on the order of the rows, nor on how many are shown', () => {
    fc.assert(
      fc.property(rowsOf(), briefsOf(3), (rows, brief) => {
        const answer = matchColumns(makeColumns(rows, places), brief, now, everything)
        const reversed = matchColumns(makeColumns([...rows].reverse(), places), brief, now, everything)
        expect(reversed).toEqual(answer)
        const short = matchColumns(makeColumns([...rows].reverse(), places), brief, now, {
          limit: 2,
          openLimit: 1,
          nearLimit: 3,
        })
        expect(short.matches).toEqual(answer.matches.slice(0, 2))
        expect(short.open).toEqual(answer.open.slice(0, 1))
        expect(short.nearMisses).toEqual(answer.nearMisses.slice(0, 3))
        expect(short.total).toBe(answer.total)
      }),
      { numRuns: 100 },
    )
  })

  // The search asks a place by two criteria that must both hold, and does not know the others.
  const onlyInBriefs = ['place', 'steam', 'crane', 'highway']

  it('gives the same over many blocks, where most near misses are only counted', () => {
    fc.assert(
      fc.property(rowsOf(), briefsOf(6), fc.constantFrom(0, 3), (rows, brief, nearLimit) => {
        fc.pre(rows.length > 0)
        const many = Array.from({ length: 2_500 }, (_, index) => {
          const row = rows[(index * 7) % rows.length] as CatalogueRow
          return { ...row, card: { ...row.card, number: `BLQ-${String(index).padStart(4, '0')}` } }
        })
        const musts = Object.entries(brief.needs).map(([name, need]) => [name, { ...need, importance: 'must' }])
        const asked = { ...brief, needs: Object.fromEntries(musts) as Brief['needs'] }
        const limits = { limit: 3, openLimit: 3, nearLimit }
        const answer = matchColumns(makeColumns(many, places), asked, now, limits)
        const plain = plainMatch(many, asked)
        expect([answer.total, answer.openTotal, answer.nearTotal]).toEqual([
          plain.matches.length,
          plain.open.length,
          plain.near.length,
        ])
        expect(shown(answer, 'nearMisses')).toEqual(plain.near.slice(0, nearLimit).map(told))
      }),
      { numRuns: 10 },
    )
  })

  it('finds the same sites as the search when all that is asked for is a must and nothing is promised', () => {
    fc.assert(
      fc.property(rowsOf(), briefsOf(3), (rows, brief) => {
        const musts = Object.entries(brief.needs)
          .filter(([name]) => !onlyInBriefs.includes(name))
          .map(([name, need]) => [name, { ...need, importance: 'must' }])
        const asked: Brief = { ...brief, startOn: null, needs: Object.fromEntries(musts) as Brief['needs'] }
        const params = writeBrief({ ...asked, activity: '', jobs: null, investmentKzt: null })
        const columns = makeColumns(rows, places)
        const found = answerSearch(columns, readCriteria(params, knownKeys).criteria, now)
        const answer = matchColumns(columns, asked, now, everything)
        expect([answer.total, answer.openTotal]).toEqual([found.total, found.openTotal])
      }),
      { numRuns: 150 },
    )
  })
})

describe('many briefs against one site', () => {
  it('are those to whose answer the site belongs', () => {
    fc.assert(
      fc.property(rowsOf(), fc.array(briefsOf(3), { maxLength: 5 }), ([row], briefs) => {
        fc.pre(row !== undefined)
        const facts = factsOf(row as CatalogueRow, edges)
        const found = briefsFor(facts, compileBriefs(briefs.map((brief, index) => ({ id: String(index), brief }))), now)
        const judged = briefs.flatMap((brief, index) => {
          const { outcomes: _, ...standing } = judgeSite(facts, brief, now)
          return standing.place === 'out' ? [] : [{ id: String(index), ...standing }]
        })
        expect(found).toEqual(judged)
      }),
      { numRuns: 100 },
    )
  })
})

it('reads a brief from its address as it judges it', () => {
  fc.assert(
    fc.property(rowsOf(), briefsOf(4), (rows, brief) => {
      const again = readBrief(writeBrief(brief), knownKeys).brief
      const columns = makeColumns(rows, places)
      expect(matchColumns(columns, again, now)).toEqual(matchColumns(columns, brief, now))
    }),
    { numRuns: 50 },
  )
})
