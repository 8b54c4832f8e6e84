import type { Localized } from '#app/domain/kernel/localized'
import type { SiteKind } from '../choices'
import type { Layout, Likeness, Problem, Remark } from './model'

export type ImportState = 'queued' | 'reading' | 'ready' | 'confirmed' | 'done' | 'failed' | 'cancelled'

export const rowActions = ['create', 'update', 'unchanged', 'refused', 'skip'] as const
export type RowAction = (typeof rowActions)[number]

/** Rows of the preview by what is said about them. */
export const importViews = ['problems', 'duplicates', 'create', 'update', 'unchanged'] as const
export type ImportView = (typeof importViews)[number]

export type ImportLine = {
  rowNumber: number
  action: RowAction
  siteNumber: string | null
  townKey: string | null
  kind: SiteKind | null
  name: Localized
  problems: Problem[]
  likenesses: Likeness[]
}

export type ImportPage = {
  id: string
  fileName: string
  layout: Layout | null
  state: ImportState
  /** No step was made for a while: a stop or crash; it goes on by itself or by hand. */
  isSilent: boolean
  fault: { code: string; params: Record<string, string | number> } | null
  remarks: Remark[]
  rowsDone: number
  rowsTotal: number
  createdAt: string
  counts: Record<RowAction, number>
  views: Record<ImportView, number>
  /** Of the versions it made: still drafts. */
  drafts: number
  view: ImportView
  lines: ImportLine[]
}

export type ImportSummary = {
  id: string
  fileName: string
  state: ImportState
  rowsTotal: number
  createdAt: string
}
