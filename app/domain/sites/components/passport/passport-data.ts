import type { Localized } from '#app/domain/kernel/localized'
import type { Dossier, Freshness, SiteKind, SiteStatus } from '#app/domain/sites/model'
import type { PublicPhoto } from '#app/domain/sites/public-site'
import type { Incentive, TownProfile } from '#app/domain/towns/model'

/** Everything a passport shows. Dates are ISO instants. */
export type PassportData = {
  number: string
  kind: SiteKind
  status: SiteStatus
  isDemo: boolean
  freshness: Freshness
  confirmedAt: string | null
  endedAt: string | null
  dossier: Dossier
  photos: PublicPhoto[]
  /** See `fallsUnderArticle234`. */
  article234: 'yes' | 'no' | 'unknown'
  town: Pick<TownProfile, 'key' | 'name'> & Pick<TownProfile['facts'], 'population' | 'enterprises' | 'rail' | 'road'>
  region: Localized
  /** Those that the akimat names for this site. */
  incentives: Incentive[]
  /** Who will answer an inquiry today; null in a preview. */
  body: Localized | null
  /** Working days in which that body usually gives the first answer; absent or null while it has given none, and in a preview. */
  firstAnswerDays?: number | null
  styleUrl: string | null
}
