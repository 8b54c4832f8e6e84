import type { CatalogueRow } from '#app/domain/search/row'
import type { BenchQuery } from './queries'

/** The facets that every contestant counts. */
export const countedFacets = ['kind', 'region', 'town', 'sector', 'tenure', 'zone'] as const
export type CountedFacet = (typeof countedFacets)[number]

/**
 * What a search page and its map need. `circles` are the sizes of the circles and pins of the map; values of a facet
 * that nothing has may be left out.
 */
export type Answer = {
  total: number
  openTotal: number
  numbers: string[]
  facets: Record<CountedFacet, Record<string, number>>
  circles: number[]
}

/** One way to answer the queries. */
export type Contestant = {
  /** Takes the sites and gets ready to answer. */
  load: (rows: Iterable<CatalogueRow>) => Promise<void> | void
  answer: (query: BenchQuery) => Promise<Answer> | Answer
  /** Bytes that it keeps on disk. */
  readDiskBytes?: () => Promise<number>
  /** Processor time that it has used in other processes. */
  readCpuMs?: () => Promise<number>
  close?: () => Promise<void>
}

export const pageSize = 20

/** How two answers differ; null when they say the same. The circles of libraries of their own kind only have to add up. */
export function compareAnswers(left: Answer, right: Answer, areCirclesAlike: boolean): string | null {
  if (left.total !== right.total) return `total ${left.total} and ${right.total}`
  if (left.openTotal !== right.openTotal) return `open ${left.openTotal} and ${right.openTotal}`
  if (left.numbers.join() !== right.numbers.join()) return `page ${left.numbers.join()} and ${right.numbers.join()}`
  for (const facet of countedFacets) {
    const [mine, theirs] = [sayCounts(left.facets[facet]), sayCounts(right.facets[facet])]
    if (mine !== theirs) return `${facet} ${mine} and ${theirs}`
  }
  const [mine, theirs] = [sayCircles(left.circles, areCirclesAlike), sayCircles(right.circles, areCirclesAlike)]
  return mine === theirs ? null : `circles ${mine} and ${theirs}`
}

/** Nobody can choose sites that are not eligible, so only some count them. */
function sayCounts(counts: Record<string, number>): string {
  return Object.entries(counts)
    .filter(([key, count]) => count > 0 && key !== 'not_eligible')
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, count]) => `${key}=${count}`)
    .join()
}

function sayCircles(circles: readonly number[], isExact: boolean): string {
  if (isExact) return [...circles].sort((left, right) => left - right).join()
  return String(circles.reduce((sum, count) => sum + count, 0))
}
