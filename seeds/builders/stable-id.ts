import { namedUuid } from '#app/platform/db/named-uuid.server'

/** The id of a row of the demo: the same row has the same id in every database. */
export function stableId(name: string): string {
  return namedUuid(`alan-demo:${name}`)
}
