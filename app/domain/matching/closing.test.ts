import { emptyCommitment } from '#app/domain/sites/empty-dossier'
import type { Commitment } from '#app/domain/sites/model'
import { now } from '#tests/builders/catalogue-samples'
import { silentFacts } from '#tests/builders/match-sites'
import { describe, expect, it } from 'vitest'
import type { SiteFacts } from './facts'
import type { Brief, Outcome } from './model'
import { judgeSite } from './rules'
import { emptyBrief } from './schema'

const silent = silentFacts()

const judged = (facts: SiteFacts, brief: Brief) => judgeSite(facts, brief, now).outcomes[0] as Outcome

describe('a commitment', () => {
  const promise = (said: Partial<Commitment>): Commitment => ({
    ...emptyCommitment('c1'),
    work: 'electricity',
    added: 400,
    dueOn: '2027-05-31',
    state: 'funded',
    programme: 'Программа 7',
    ...said,
  })
  const asked = (startOn: string | null): Brief => ({
    ...emptyBrief(),
    needs: { electricity: { min: 500, importance: 'must' as const } },
    startOn,
  })
  const site = (...commitments: Commitment[]): SiteFacts => ({
    ...silent,
    quantities: { ...silent.quantities, electricity: 100 },
    commitments,
  })

  it('that is funded and due before the start counts as met and is named', () => {
    expect(judged(site(promise({})), asked('2027-06-01'))).toMatchObject({
      state: 'met',
      value: 100,
      gap: null,
      reason: 'committed',
      commitment: { id: 'c1', added: 400, dueOn: '2027-05-31', programme: 'Программа 7', state: 'funded' },
    })
  })

  it.each([
    ['is due on the day of the start', promise({}), '2027-05-31', 'funded'],
    ['is only planned', promise({ state: 'planned' }), '2027-06-01', 'planned'],
    ['was missed', promise({ dueOn: '2026-11-20' }), '2027-06-01', 'missed'],
    ['has no date', promise({ dueOn: null }), '2027-06-01', 'funded'],
    ['meets a brief without a start', promise({}), null, 'funded'],
    ['is too small', promise({ added: 399 }), '2027-06-01', 'funded'],
  ])('does not count when it %s, and is named beside the gap', (_, commitment, startOn, state) => {
    expect(judged(site(commitment), asked(startOn))).toMatchObject({
      state: 'not_met',
      gap: 400,
      reason: null,
      commitment: { id: 'c1', state },
    })
  })

  it('that is done is in the free capacity already', () => {
    expect(judged(site(promise({ state: 'done' })), asked('2027-06-01'))).toMatchObject({
      state: 'not_met',
      commitment: null,
    })
  })

  it('on a site that nobody confirmed in time leaves it open', () => {
    const stale = { ...site(promise({})), freshness: 'stale' as const }
    expect(judged(stale, asked('2027-06-01'))).toMatchObject({ state: 'unknown', reason: 'stale' })
  })

  it('is the one that closes the gap when there are several', () => {
    const several = site(
      promise({ id: 'small', added: 50, state: 'in_progress' }),
      promise({ id: 'large', state: 'planned' }),
    )
    expect(judged(several, asked('2027-06-01')).commitment?.id).toBe('large')
  })
})
