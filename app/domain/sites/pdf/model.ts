import type { LocalDate } from '#app/domain/kernel/local-date'
import type { LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'
import type { Answer, SiteKind, SiteStatus } from '#app/domain/sites/choices'
import type { Dossier, Freshness, ZoneVerdict } from '#app/domain/sites/model'
import type { IncentiveAvailability } from '#app/domain/towns/model'
import type { Language } from '#app/platform/i18n/language'

/** A rule with its answer; the texts are in the language of the paper already. */
export type SheetRule = { answer: Answer; question: string; note: string; citation: string }

/** What the rules about small industrial zones make of the site; `limits`: what they leave open. */
export type SheetZone = { verdict: ZoneVerdict; rules: SheetRule[]; limits: string }

/** A measure of support, in the language of the paper already. `verdict`: what the rules make of it, in words. */
export type SheetIncentive = {
  name: string
  terms: string
  basis: string
  availability: IncentiveAvailability
  verdict: string
  source: string
}

/** A photograph of the paper; its picture stands under `fileId`. */
export type SheetPhoto = { fileId: string; alt: Localized; width: number; height: number; widths: number[] }

/** Everything that the passport says on paper, in one language. Moments are ISO instants. */
export type PassportSheet = {
  lang: Language
  /** The public page. */
  url: string
  today: LocalDate
  number: string
  kind: SiteKind
  status: SiteStatus
  isDemo: boolean
  freshness: Freshness
  confirmedAt: string | null
  endedAt: string | null
  /** Without its internal values. */
  dossier: Dossier
  /** See `fallsUnderArticle234`. */
  article234: Answer
  town: { name: Localized; point: LngLat; facts: { text: string; source: string }[] }
  region: { key: string; name: Localized }
  zone: SheetZone
  incentives: SheetIncentive[]
  /** Who answers an inquiry today, and in how many working days the first answer usually comes. */
  body: Localized
  firstAnswerDays: number | null
  photos: SheetPhoto[]
}
