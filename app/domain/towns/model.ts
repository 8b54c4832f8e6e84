import type { LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'

export type Confidence = 'high' | 'medium' | 'low'

export type Region = { key: string; kato: string; name: Localized }

export type Town = {
  key: string
  /** Prefix of site numbers, e.g. BLQ. */
  code: string
  regionKey: string
  name: Localized
  aliases: string[]
  point: LngLat
}

/** Sectors a site is offered for (domain.md, group 9), in the order in which they are shown. */
export const sectorKeys = [
  'manufacturing',
  'agriculture',
  'logistics',
  'it',
  'tourism',
  'services',
  'science',
  'energy',
] as const
export type SectorKey = (typeof sectorKeys)[number]
