import type { PageRequest } from '#app/domain/kernel/page'
import { siteKinds, type SiteKind } from './choices'
import type { OwnSite } from './own-site'

/** Parts of the akimat's table. */
export const deskViews = [
  'all',
  'drafts',
  'in_review',
  'published',
  'to_confirm',
  'reserved',
  'occupied',
  'withdrawn',
] as const
export type DeskView = (typeof deskViews)[number]

/** What of the table is asked for; an empty `q` and null ask for everything. */
export type DeskFilter = { q: string; townKey: string | null; kind: SiteKind | null }

export type DeskQuery = { view: DeskView; filter: DeskFilter; page: PageRequest }

export const noFilter: DeskFilter = { q: '', townKey: null, kind: null }

const longestQuestion = 100

/** The view that an address names; all for anything else. */
export function viewOf(text: string | null): DeskView {
  return deskViews.find((view) => view === text) ?? 'all'
}

/** The filter of an address; what cannot be read asks for nothing. */
export function readFilter(params: URLSearchParams): DeskFilter {
  return {
    q: (params.get('q') ?? '').trim().slice(0, longestQuestion),
    townKey: params.get('town') || null,
    kind: siteKinds.find((kind) => kind === params.get('kind')) ?? null,
  }
}

/** Some sites that wait for the same step, and how many there are. */
export type DeskTask = { sites: OwnSite[]; total: number }

/** What waits for this person today, most urgent first. */
export type DeskTasks = Record<'toReview' | 'returned' | 'drafts' | 'toConfirm', DeskTask>
