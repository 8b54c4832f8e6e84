import { now } from '#tests/builders/catalogue-samples'
import { silentFacts } from '#tests/builders/match-sites'
import { describe, expect, it } from 'vitest'
import type { Brief, Outcome } from './model'
import { strongest, weakest } from './points'
import { judgeSite } from './rules'
import { emptyBrief } from './schema'

const silent = silentFacts()

describe('the points of a match', () => {
  const facts = {
    ...silent,
    quantities: { ...silent.quantities, electricity: 400 },
    sectors: ['it'] as const,
    highwayKm: 1,
  }
  const needs: Brief['needs'] = {
    sector: { keys: ['it'], importance: '1' },
    electricity: { min: 400, importance: 'must' },
    water: { min: 10, importance: '2' },
    highway: { maxKm: 5, importance: '2' },
    zone: { keys: ['eligible'], importance: '3' },
  }
  const judgement = judgeSite(facts, { ...emptyBrief(), needs }, now)
  const names = (outcomes: Outcome[]) => outcomes.map(({ criterion }) => criterion)

  it('are the weightiest that are met, and the weightiest that are not', () => {
    expect(names(strongest(judgement, 2))).toEqual(['electricity', 'highway'])
    expect(names(strongest(judgement, 9))).toEqual(['electricity', 'highway', 'sector'])
    expect(names(weakest(judgement, 3))).toEqual(['zone', 'water'])
  })
})
