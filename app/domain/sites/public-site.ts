import type { Localized } from '#app/domain/kernel/localized'
import type { Dossier, SiteKind, SiteStatus } from './model'

/** A photograph of a published dossier with what is stored of it. */
export type PublicPhoto = { fileId: string; alt: Localized; width: number; height: number; widths: number[] }

/** A published site with its published version, as the catalogue takes it. */
export type PublishedSite = {
  id: string
  number: string
  kind: SiteKind
  townKey: string
  isDemo: boolean
  confirmedAt: Date | null
  publishedAt: Date | null
  changedAt: Date
  dossier: Dossier
  photos: PublicPhoto[]
}

/** What tells whether the public face of a site has to be read again; `isListed`: it belongs into the search. */
export type SiteMark = { id: string; isListed: boolean; mark: string; changedAt: Date }

/** A site as its public page shows it; one that has ended keeps its page. */
export type PublicSite = PublishedSite & { status: Exclude<SiteStatus, 'draft'>; endedAt: Date | null }
