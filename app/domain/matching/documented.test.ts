import { railAccesses, type RailAccess } from '#app/domain/sites/choices'
import { now } from '#tests/builders/catalogue-samples'
import { silentFacts } from '#tests/builders/match-sites'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SiteFacts } from './facts'
import { worthFrom, worthlessAt } from './levels'
import { algorithm, quantityCriteria, type Brief, type Criterion, type QuantityCriterion } from './model'
import { judgeSite } from './rules'
import { emptyBrief } from './schema'

const page = readFileSync('docs/matching.md', 'utf8')

/** Rows of the table that begins with these headings. */
function table(...headings: string[]): string[][] {
  const lines = page.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  const start = lines.findIndex((cells) => headings.every((heading, index) => cells[index] === heading))
  const length = lines.slice(start).findIndex((cells) => cells.length === 0)
  return lines.slice(start + 2, start + length)
}

const silent = silentFacts()
const judge = (facts: SiteFacts, needs: Brief['needs']) => judgeSite(facts, { ...emptyBrief(), needs }, now)

function worked(criterion: string, asked: number, value: number) {
  const importance = 'must' as const
  if (criterion === 'highway') return judge({ ...silent, highwayKm: value }, { highway: { maxKm: asked, importance } })
  if (criterion === 'price') {
    const prices = { ...silent.prices, purchase: value }
    return judge({ ...silent, prices }, { price: { kind: 'purchase', max: asked, importance } })
  }
  const quantities = { ...silent.quantities, [criterion]: Math.fround(value) }
  return judge({ ...silent, quantities }, { [criterion]: { min: asked, importance } } as Brief['needs'])
}

describe('docs/matching.md', () => {
  it('names the version of the rules', () => {
    expect(page).toContain(`\`${algorithm}\``)
  })

  it.each(table('criterion', 'asked', 'value', 'utility', 'gap'))(
    'judges %s: %s asked, %s there',
    (criterion, asked, value, utility, gap) => {
      const [outcome] = worked(criterion, Number(asked), Number(value)).outcomes
      expect(outcome?.low).toBeCloseTo(Number(utility), 4)
      expect(outcome?.gap ?? 0).toBe(Number(gap))
    },
  )

  it('names the share of every quantity', () => {
    const shares = table('criterion', '_s_', 'why').flatMap(([names = '', share]) =>
      names.split(', ').map((name) => [name, Number(share)] as const),
    )
    expect(Object.fromEntries(shares)).toEqual(worthFrom)
    expect(shares.map(([name]) => name as QuantityCriterion).sort()).toEqual([...quantityCriteria].sort())
    const excesses = table('criterion', '_e_', 'why').map(([, excess]) => Number(excess))
    expect(excesses).toEqual([worthlessAt.distance, worthlessAt.price])
  })

  it.each(table('asked', 'site says', 'utility'))(
    'judges a siding %s when the site says %s',
    (asked, says, utility) => {
      const [rail, km] = says.split(' ')
      expect(railAccesses).toContain(rail)
      const facts = {
        ...silent,
        rail: rail as RailAccess,
        railKm: km === undefined ? Number.NaN : Math.fround(Number(km)),
      }
      const wish = { kind: asked as 'on_site' | 'adjacent' }
      expect(judge(facts, { rail: { wish, importance: '2' } }).low).toBe(Number(utility))
    },
  )

  it('adds the example of the score up', () => {
    const rows = table('criterion', 'weight', 'asked', 'site says', 'utility')
    const facts: SiteFacts = {
      ...silent,
      quantities: { ...silent.quantities, electricity: 400 },
      highwayKm: 12,
      sectors: ['tourism'],
    }
    const judged = judge(facts, {
      electricity: { min: 400, importance: 'must' },
      water: { min: 10, importance: '3' },
      highway: { maxKm: 10, importance: '2' },
      sector: { keys: ['it'], importance: '1' },
    })
    const outcomeOf = (name: string) => judged.outcomes.find(({ criterion }) => criterion === (name as Criterion))
    for (const [name = '', weight, , , utility = ''] of rows) {
      const outcome = outcomeOf(name)
      const said = outcome && (outcome.low === outcome.high ? String(outcome.low) : `${outcome.low} to ${outcome.high}`)
      expect([name, outcome?.importance, said]).toEqual([name, weight, utility])
    }
    const [, low, high] = /low = .* = ([\d.]+), high = .* = ([\d.]+)\./.exec(page) ?? []
    expect([judged.low.toFixed(3), judged.high.toFixed(3)]).toEqual([low, high])
  })

  it('adds the example of the gap up', () => {
    const facts = { ...silent, quantities: { ...silent.quantities, electricity: 300 }, highwayKm: 12 }
    const judged = judge(facts, {
      electricity: { min: 400, importance: 'must' },
      highway: { maxKm: 10, importance: 'must' },
    })
    expect(page).toContain(`0.25 + 0.2 = ${judged.relativeGap}`)
  })
})
