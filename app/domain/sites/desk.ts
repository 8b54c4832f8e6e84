import type { OwnSite } from './own-site'

/** Parts of the akimat's table. */
export const deskViews = ['all', 'drafts', 'in_review', 'published', 'to_confirm', 'ended'] as const
export type DeskView = (typeof deskViews)[number]

/** The view that an address names; all for anything else. */
export function viewOf(text: string | null): DeskView {
  return deskViews.find((view) => view === text) ?? 'all'
}

/** Whether a site belongs into a view; a published one that is being changed is in two. */
export function isInView(site: OwnSite, view: DeskView): boolean {
  switch (view) {
    case 'all':
      return true
    case 'drafts':
      return site.openState === 'draft' || site.openState === 'changes_requested'
    case 'in_review':
      return site.openState === 'in_review'
    case 'published':
      return site.status === 'published'
    case 'to_confirm':
      return site.freshness !== null && site.freshness !== 'fresh'
    case 'ended':
      return site.status === 'reserved' || site.status === 'occupied' || site.status === 'withdrawn'
  }
}

export function countViews(sites: readonly OwnSite[]): Record<DeskView, number> {
  const counts = deskViews.map((view) => [view, sites.filter((site) => isInView(site, view)).length])
  return Object.fromEntries(counts) as Record<DeskView, number>
}

/** What waits for this person today, most urgent first. */
export type DeskTasks = { toReview: OwnSite[]; returned: OwnSite[]; drafts: OwnSite[]; toConfirm: OwnSite[] }

const urgency = { lapsed: 0, stale: 1, due: 2, fresh: 3 } as const

export function tasksOf(sites: readonly OwnSite[]): DeskTasks {
  const editable = sites.filter((site) => site.canEdit)
  return {
    toReview: sites.filter((site) => site.isMineToReview),
    returned: editable.filter((site) => site.openState === 'changes_requested'),
    drafts: editable.filter((site) => site.openState === 'draft'),
    toConfirm: editable
      .filter((site) => isInView(site, 'to_confirm'))
      .sort((a, b) => urgency[a.freshness ?? 'fresh'] - urgency[b.freshness ?? 'fresh']),
  }
}
