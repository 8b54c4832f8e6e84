import type { Brief } from './model'

/** What an investor says of the project; it decides nothing, but for the start. */
export type ProjectFacts = Omit<Brief, 'needs'>
