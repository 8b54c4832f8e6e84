import type { Localized } from '#app/domain/kernel/localized'
import type { SiteKind, SiteStatus } from './choices'
import type { Confirmations } from './confirmation'
import type { EndReason } from './lifecycle'
import type { Dossier } from './model'

/** A photograph of a published dossier with what is stored of it. */
export type PublicPhoto = { fileId: string; alt: Localized; width: number; height: number; widths: number[] }

/** What is stored of a photograph or paper, whether the dossier names it or not. */
export type StoredFile = {
  id: string
  width: number
  height: number
  widths: number[]
  contentType: string
  bytes: number
}

/** A published site with its published version, as the catalogue takes it. */
export type PublishedSite = {
  id: string
  number: string
  kind: SiteKind
  townKey: string
  isDemo: boolean
  /** Oldest confirmation of a group, and the moment at which the first group falls due. */
  confirmedAt: Date | null
  confirmBy: Date | null
  confirmations: Confirmations
  publishedAt: Date | null
  changedAt: Date
  dossier: Dossier
  photos: PublicPhoto[]
}

/** What tells whether the public face of a site has to be read again; `isListed`: it belongs into the search. */
export type SiteMark = { id: string; isListed: boolean; mark: string; changedAt: Date }

/**
 * A site as its public page shows it; one that has ended keeps its page. `endReason` is one of `endReasons` of the
 * lifecycle, `statusNote` what the akimat says to the status.
 */
export type PublicSite = PublishedSite & {
  /** Whole percentage of the dossier with its internal values, see `completenessOf`. */
  completeness: number
  /** All that is stored of the site; what of it may be shown, public-files.ts says. */
  files: StoredFile[]
  status: Exclude<SiteStatus, 'draft'>
  endedAt: Date | null
  endReason: EndReason | null
  statusNote: string | null
}
