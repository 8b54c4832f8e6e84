import { parseSiteNumber } from '#app/domain/kernel/identifiers'
import type { Wish } from './model'
import { WishSchema } from './schema'

const doneWords = ['saved', 'confirmed', 'rhythm_saved'] as const

/** What was just done on the way to the page of favourites; each removal can be undone. */
export type Done =
  | { kind: 'added' | 'removed'; number: string }
  | { kind: 'search_removed'; wish: Wish }
  | { kind: 'full' }
  | { kind: (typeof doneWords)[number] }

/** The parameters of the page that say what was done. */
export function writeDone(done: Done): URLSearchParams {
  if ('number' in done) return new URLSearchParams({ done: done.kind, number: done.number })
  if ('wish' in done) return new URLSearchParams({ done: done.kind, ...done.wish })
  return new URLSearchParams({ done: done.kind })
}

/** Reads them again; null when they say nothing, whatever somebody typed. */
export function readDone(params: URLSearchParams): Done | null {
  const kind = params.get('done')
  if (kind === 'added' || kind === 'removed') {
    const number = params.get('number') ?? ''
    return parseSiteNumber(number).ok ? { kind, number } : null
  }
  if (kind === 'search_removed') {
    const wish = WishSchema.safeParse(Object.fromEntries(params))
    return wish.success ? { kind, wish: wish.data } : null
  }
  if (kind === 'full') return { kind }
  const word = doneWords.find((known) => known === kind)
  return word === undefined ? null : { kind: word }
}
