import { useMatches, type Params } from '@remix-run/react'
import type { Desk } from './sections'

/** What a route tells the frame around it: `export const handle: PageHandle = { frame: 'full' }`. */
export type PageHandle = {
  /** `page`: centred column with margins (default). `full`: the route fills the width and brings its own margins. */
  frame?: 'page' | 'full'
  /** Whose sections the header shows instead of the public ones. */
  desk?: Desk
  /** For a page that follows what changes while it is open: what it listens to, `{}` for the desk of the person. */
  live?: (place: { params: Params; search: URLSearchParams }) => Record<string, string>
}

/** Handles of the routes on the page, the innermost winning. */
export function usePageHandle(): PageHandle {
  return useMatches().reduce<PageHandle>((sum, match) => ({ ...sum, ...(match.handle as PageHandle | undefined) }), {})
}
