import { chooseText, type Language } from '#app/domain/kernel/localized'
import { unitOf, utilityKinds, type Unit } from '#app/domain/kernel/quantity'
import type { PlaceNames } from '../card-view'
import { freeToDraw } from '../cell'
import type { CardPrice, SiteCard } from '../model'

/** A search on a sheet is bounded; the address narrows it. */
export const exportLimit = 10_000

export const exportFormats = ['xlsx', 'csv', 'geojson'] as const
export type ExportFormat = (typeof exportFormats)[number]

type ChoiceWord =
  | `sites.kind.${SiteCard['kind']}`
  | `sites.sector.${SiteCard['sectors'][number]}`
  | `sites.tenure.${SiteCard['tenures'][number]}`
  | `sites.price_kind.${CardPrice['kind']}`
  | `sites.zone_verdict.${SiteCard['zone']}`
  | `sites.freshness.${SiteCard['freshness']}`

/** Words of one language, as tables need them. */
export type TableWords = {
  language: Language
  names: PlaceNames
  title: (column: ColumnName) => string
  free: (utility: (typeof utilityKinds)[number], unit: Unit) => string
  choice: (word: ChoiceWord) => string
  demo: string
  urlOf: (number: string) => string
}

/** Value of a cell with its type; null for what is not known. */
export type TableCell = string | number | Date | null

const leading = [
  'number',
  'name',
  'town',
  'region',
  'kind',
  'sectors',
  'tenures',
  'area',
  'area_known',
  'plot',
] as const
const trailing = [
  ...(['price_kind', 'price', 'zone', 'freshness', 'confirmed', 'latitude', 'longitude'] as const),
  ...(['demo', 'page'] as const),
] as const
type ColumnName = (typeof leading)[number] | (typeof trailing)[number]

/** First row: what stands in the columns, with units. */
export function tableTitles(words: TableWords): string[] {
  return [
    ...leading.map(words.title),
    ...utilityKinds.map((kind) => words.free(kind, unitOf[kind])),
    ...trailing.map(words.title),
  ]
}

/** Width in characters of each column, and the format of days. */
export function tableColumns(): { width: number; format?: string }[] {
  const widths: Partial<Record<ColumnName, number>> = { name: 40, sectors: 30, tenures: 30, page: 44, zone: 24 }
  const widthOf = (name: ColumnName) => ({
    width: widths[name] ?? 16,
    ...(name === 'confirmed' ? { format: 'yyyy-mm-dd' } : {}),
  })
  return [...leading.map(widthOf), ...utilityKinds.map(() => ({ width: 18 })), ...trailing.map(widthOf)]
}

/** A site as a row under `tableTitles`: only what its public card says. */
export function tableRow(card: SiteCard, words: TableWords): TableCell[] {
  const list = (choices: readonly ChoiceWord[]) => choices.map(words.choice).join('; ') || null
  return [
    card.number,
    chooseText(card.name, words.language).text,
    words.names.towns[card.townKey] ?? card.townKey,
    words.names.regions[card.regionKey] ?? card.regionKey,
    words.choice(`sites.kind.${card.kind}`),
    list(card.sectors.map((key) => `sites.sector.${key}` as const)),
    list(card.tenures.map((key) => `sites.tenure.${key}` as const)),
    card.isAreaWhole ? card.areaM2 : null,
    card.isAreaWhole ? null : card.areaM2,
    card.plotHa,
    ...utilityKinds.map((kind) => freeToDraw(card.utilities[kind])),
    card.price && words.choice(`sites.price_kind.${card.price.kind}`),
    card.price && card.price.amount,
    words.choice(`sites.zone_verdict.${card.zone}`),
    words.choice(`sites.freshness.${card.freshness}`),
    card.confirmedAt === null ? null : new Date(`${card.confirmedAt.slice(0, 10)}T00:00:00Z`),
    card.point && card.point[1],
    card.point && card.point[0],
    card.isDemo ? words.demo : null,
    words.urlOf(card.number),
  ]
}
