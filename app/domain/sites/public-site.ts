import type { Localized } from '#app/domain/kernel/localized'
import type { Dossier, SiteKind } from './model'

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

/** What moves when the public face of a site changes; compared to find out what has to be read again. */
export type SiteMark = { id: string; isPublished: boolean; mark: string }
