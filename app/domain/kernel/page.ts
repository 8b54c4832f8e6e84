export const pageSizes = { default: 20, max: 100 } as const

/** A page of a list: numbers from 1, `skip` rows come before it. */
export type PageRequest = { page: number; size: number; skip: number }

export type Page<Item> = { items: Item[]; total: number; page: number; size: number }

/** Pages beyond this one are not asked of the database: nobody reads them and the offset would cost. */
const lastPage = 100_000

/**
 * Page asked for by the URL parameters `page` and `size` (size up to 100, else 20).
 * A value that is unreadable or out of range is not used, and its name is in `ignored`; an absent one is not named.
 */
export function readPage(params: { page?: string | null; size?: string | null }): {
  request: PageRequest
  ignored: ('page' | 'size')[]
} {
  const ignored: ('page' | 'size')[] = []
  const read = (name: 'page' | 'size', fallback: number, max: number) => {
    const text = params[name]
    if (text === undefined || text === null || text === '') return fallback
    const value = /^\d{1,7}$/.test(text) ? Number(text) : 0
    if (value >= 1 && value <= max) return value
    ignored.push(name)
    return fallback
  }
  const page = read('page', 1, lastPage)
  const size = read('size', pageSizes.default, pageSizes.max)
  return { request: { page, size, skip: (page - 1) * size }, ignored }
}

/** How many pages `total` rows fill; at least 1, so that an empty list has a first page. */
export function countPages(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size))
}
