import { expect, test } from 'vitest'
import { countViews, tasksOf, viewOf } from './desk'
import type { OwnSite } from './own-site'

function site(number: string, facts: Partial<OwnSite>): OwnSite {
  return {
    number,
    kind: 'building',
    status: 'published',
    name: { kk: '', ru: number, en: '' },
    townKey: 'balkhash',
    isDemo: false,
    openState: null,
    isMineToReview: false,
    canEdit: true,
    completeness: 50,
    freshness: 'fresh',
    confirmedAt: null,
    updatedAt: '2026-11-21T00:00:00.000Z',
    ...facts,
  }
}

const sites = [
  site('fresh', {}),
  site('due', { freshness: 'due' }),
  site('lapsed', { freshness: 'lapsed' }),
  site('draft', { status: 'draft', openState: 'draft', freshness: null }),
  site('returned', { openState: 'changes_requested' }),
  site('mine', { openState: 'in_review', isMineToReview: true }),
  site('own', { openState: 'in_review' }),
  site('taken', { status: 'occupied', freshness: null, canEdit: false }),
]

const numbers = (list: OwnSite[]) => list.map(({ number }) => number)

test('each task has its sites, the most urgent confirmation first', () => {
  const { toReview, returned, drafts, toConfirm } = tasksOf(sites)
  expect([toReview, returned, drafts, toConfirm].map(numbers)).toEqual([
    ['mine'],
    ['returned'],
    ['draft'],
    ['lapsed', 'due'],
  ])
})

test('somebody who may only look has no tasks', () => {
  const tasks = tasksOf(sites.map((each) => ({ ...each, canEdit: false, isMineToReview: false })))
  expect(Object.values(tasks).flat()).toEqual([])
})

test('the views count what belongs into them', () => {
  expect(countViews(sites)).toEqual({ all: 8, drafts: 2, in_review: 2, published: 6, to_confirm: 2, ended: 1 })
})

test('an unknown view is all', () => {
  expect([viewOf('drafts'), viewOf('nothing'), viewOf(null)]).toEqual(['drafts', 'all', 'all'])
})
