import type { Figures } from '#app/domain/search/model'
import type { LngLat } from '#app/domain/kernel/geo'

export type HomeTown = { key: string; name: string; region: string; point: LngLat; count: number }

/** What the first page shows. */
export type HomeData = {
  figures: Figures
  /** Towns on the list today, by name. */
  towns: HomeTown[]
  /** Working days until the first answer, the median of what has been answered; null while nothing has. */
  firstAnswerDays: number | null
  styleUrl: string | null
}
