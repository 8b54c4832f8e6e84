import type { Localized } from '#app/domain/kernel/localized'
import type { LocalDate } from '#app/domain/kernel/local-date'
import type { AccessLevel, Answer, SiteKind, SiteStatus } from '#app/domain/sites/choices'
import type { Confirmations } from '#app/domain/sites/confirmation'
import type { EndReason } from '#app/domain/sites/lifecycle'
import type { Dossier, Freshness } from '#app/domain/sites/model'
import type { PublicPaper } from '#app/domain/sites/public-files'
import type { PublicPhoto } from '#app/domain/sites/public-site'
import type { TownProfile } from '#app/domain/towns/model'

/** A published site that belongs to another one. */
export type Relative = {
  number: string
  name: Localized
  status: Exclude<SiteStatus, 'draft'>
  /** Null while a building does not say its own. */
  areaM2: number | null
  plotHa: number | null
  /** Null also where there is no network to draw from. */
  freeKw: number | null
}

/** The public sites that belong to this one. */
export type Surroundings = {
  whole: Relative | null
  parts: Relative[]
  /** The other sites of the bundle; its own site is not among them. */
  bundle: { name: Localized; sites: Relative[] } | null
}

/** What a passport is made of. The dossier is without its internal values. */
export type PassportSource = {
  number: string
  kind: SiteKind
  status: SiteStatus
  isDemo: boolean
  dossier: Dossier
  /** Whole percentage of the dossier with its internal values, see `completenessOf`. */
  completeness: number
  /** Photographs that the reader may see, and how many there are beside them. */
  photos: PublicPhoto[]
  hiddenPhotos: number
  papers: PublicPaper[]
  openLevels: readonly AccessLevel[]
  freshness: Freshness
  confirmedAt: Date | null
  confirmations: Confirmations
  endedAt: Date | null
  endReason: EndReason | null
  statusNote: string | null
  /** Whether art. 234 of the Entrepreneurial Code is open to the object, by the rules in force. */
  article234: Answer
  town: Pick<TownProfile, 'key' | 'name'> & Pick<TownProfile['facts'], 'population' | 'enterprises' | 'rail' | 'road'>
  region: Localized
  /** Null in a preview. */
  body: Localized | null
  /** Working days in which that body usually gives the first answer; null while too few were given to say. */
  firstAnswerDays: number | null
  /** Share of the first answers that came in the days of the promise; null with the days. */
  answersInTime: number | null
  surroundings: Surroundings
  styleUrl: string | null
  now: Date
  today: LocalDate
}
