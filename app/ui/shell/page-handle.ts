import { useMatches } from '@remix-run/react'
import type { Desk } from './sections'

/** What a route tells the frame around it: `export const handle: PageHandle = { frame: 'full' }`. */
export type PageHandle = {
  /** `page`: centred column with margins (default). `full`: the route fills the width and brings its own margins. */
  frame?: 'page' | 'full'
  /** Whose sections the header shows instead of the public ones. */
  desk?: Desk
}

/** Handles of the routes on the page, the innermost winning. */
export function usePageHandle(): PageHandle {
  return useMatches().reduce<PageHandle>((sum, match) => ({ ...sum, ...(match.handle as PageHandle | undefined) }), {})
}
