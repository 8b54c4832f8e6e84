import type { LocalDate } from '#app/domain/kernel/local-date'
import type { LngLat } from '#app/domain/kernel/geo'
import type { Answer } from '#app/domain/sites/choices'
import type { ZoneVerdict } from '#app/domain/sites/model'
import type { PassportData, ShownPhoto } from '#app/domain/sites/passport/model'
import type { IncentiveAvailability } from '#app/domain/towns/model'
import type { Language } from '#app/platform/i18n/language'

/** A rule with its answer, from what it follows and who can help; the texts are in the language of the paper already. */
export type SheetRule = { answer: Answer; question: string; because: string; citation: string }

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

/** Everything that the passport says on paper, in one language. */
export type PassportSheet = {
  lang: Language
  /** The public page. */
  url: string
  today: LocalDate
  /** The passport as its page shows it to everybody. */
  data: PassportData
  /** Those of its photographs that the paper shows; a picture stands under its `fileId`. */
  photos: ShownPhoto[]
  /** For the small map. */
  townPoint: LngLat
  regionKey: string
  /** Where what is said of the town comes from. */
  townSources: string[]
  zone: SheetZone
  incentives: SheetIncentive[]
}
