import type { Localized } from '#app/domain/kernel/localized'
import type { SiteKind, SiteStatus, VersionState } from './choices'
import type { Dossier, Freshness } from './model'
import type { Confirmations } from './confirmation'
import type { EndReason } from './lifecycle'
import type { WrittenRemark } from './remarks'

/**
 * Says `conflict` when somebody saved after the revision that was named: params `who`, `at` and their `revision`;
 * `rearranged` when entries of a list came, went or moved, so that its fields would land in the wrong one.
 */
export type SaveCode = 'conflict' | 'rearranged' | 'in_review' | 'nothing_open'

/** A line of the akimat's table. `openState` is the state of the version in work, null when there is none. */
export type OwnSite = {
  number: string
  kind: SiteKind
  status: SiteStatus
  name: Localized
  townKey: string
  isDemo: boolean
  openState: Exclude<VersionState, 'published' | 'superseded'> | null
  /** The open version waits for this actor: one who may review, and who did not write at it. */
  isMineToReview: boolean
  /** The actor may change and confirm it. */
  canEdit: boolean
  completeness: number
  /** Null for what is not offered. */
  freshness: Freshness | null
  confirmedAt: string | null
  confirmBy: string | null
  updatedAt: string
}

/** A stored photograph or paper of the site, whether a version shows it or not; a paper has no pixels, a photograph no name. */
export type DraftFile = {
  fileId: string
  width: number
  height: number
  widths: number[]
  fileName: string
  contentType: string
  bytes: number
}

/** The version in work with all an editor or reviewer needs; `version` is null when only a public one exists. */
export type OwnDossier = {
  number: string
  kind: SiteKind
  status: SiteStatus
  townKey: string
  regionKey: string
  isDemo: boolean
  canEdit: boolean
  canReview: boolean
  isEnded: boolean
  /** It is a part of a whole. */
  hasParent: boolean
  freshness: Freshness | null
  confirmedAt: string | null
  confirmBy: string | null
  confirmations: Confirmations
  statusNote: string | null
  endReason: EndReason | null
  published: Dossier | null
  version: {
    state: VersionState
    dossier: Dossier
    revision: number
    /** Order of its lists, see `LastSave`. */
    order: string
    savedAt: string
    isOwnWork: boolean
    /** Of the last return, newest first; while it is reviewed again, those of all returns. */
    remarks: WrittenRemark[]
  } | null
  files: DraftFile[]
}
