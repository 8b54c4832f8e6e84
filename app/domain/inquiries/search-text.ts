import { foldText } from '#app/domain/kernel/fold'

type Found = { number: string | null; title: string; name: string; organizationName: string | null; bin: string | null }

/**
 * What the inbox finds a case by: number, title, person, organisation, tax number and sites, folded as the search of
 * sites folds words, so that Теміртау and Temirtau meet.
 */
export function searchTextOf(inquiry: Found, sites: readonly string[]): string {
  const pieces = [inquiry.number, inquiry.title, inquiry.name, inquiry.organizationName, inquiry.bin, ...sites]
  return pieces
    .map((piece) => foldText(piece ?? ''))
    .filter((piece) => piece !== '')
    .join(' ')
}

/** Pieces of a search that all must be found, wherever they stand: 318 finds 2026-00318. Empty when nothing is asked. */
export function searchWords(q: string): string[] {
  return foldText(q)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)
}
