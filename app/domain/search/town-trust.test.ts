import { makeColumns } from '#app/domain/search/columns'
import { readRow } from '#app/domain/search/row'
import { emptyCommitment } from '#app/domain/sites/empty-dossier'
import type { PublishedSite } from '#app/domain/sites/public-site'
import { freshnessOf } from '#app/domain/sites/rules'
import { now, places, sitesOf } from '#tests/builders/catalogue-samples'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listCommitments, scoreTowns } from './town-trust'

const columnsOf = (sites: PublishedSite[]) =>
  makeColumns(
    sites.map((site) => readRow(site, places, 'undetermined')),
    places,
  )

test('the score of a town counts each of its sites once, as the rule of freshness says', () => {
  fc.assert(
    fc.property(sitesOf(), (sites) => {
      const scores = scoreTowns(columnsOf(sites), now)
      expect([...scores.keys()].sort()).toEqual([...new Set(sites.map((site) => site.townKey))].sort())
      for (const [key, score] of scores) {
        const own = sites.filter((site) => site.townKey === key)
        const inTime = own.filter((site) => ['fresh', 'due'].includes(freshnessOf(site.confirmBy, now)))
        expect(score).toEqual({ published: own.length, inTime: inTime.length, overdue: own.length - inTime.length })
      }
    }),
    { numRuns: 40 },
  )
})

test('what was missed comes oldest first, what is next nearest first, what is done not at all', () => {
  const [site] =
    fc.sample(
      sitesOf().filter((sites) => sites.length > 0),
      { numRuns: 1, seed: 7 },
    )[0] ?? []
  if (!site) throw new Error('no sample')
  const promise = (id: string, dueOn: string | null, state: 'planned' | 'done' = 'planned') => ({
    ...emptyCommitment(id),
    ...{ dueOn, state },
  })
  const commitments = [
    promise('undated', null),
    promise('later', '2027-06-01'),
    promise('missed', '2026-11-20'),
    promise('done', '2026-01-01', 'done'),
    promise('long ago', '2025-01-01'),
    promise('today', '2026-11-21'),
  ]
  const columns = columnsOf([{ ...site, dossier: { ...site.dossier, commitments } }])
  const { missed, next } = listCommitments(columns, site.townKey, '2026-11-21')
  expect(missed.map(({ id, state }) => [id, state])).toEqual([
    ['long ago', 'missed'],
    ['missed', 'missed'],
  ])
  expect(next.map(({ id }) => id)).toEqual(['today', 'later', 'undated'])
  expect(listCommitments(columns, 'nowhere', '2026-11-21')).toEqual({ missed: [], next: [] })
})
