import type { Figures, MapAnswer } from '#app/domain/search/model'

export type HomeTown = { key: string; name: string; region: string; count: number }

/** What the first page shows. */
export type HomeData = {
  figures: Figures
  /** Towns on the list today, by name. */
  towns: HomeTown[]
  /** All sites, as circles for a map of the whole country. */
  circles: MapAnswer
  /** Working days until the first answer, the median of what has been answered; null while nothing has. */
  firstAnswerDays: number | null
  styleUrl: string | null
}
