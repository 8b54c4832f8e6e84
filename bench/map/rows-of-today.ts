import type { CatalogueRow } from '#app/domain/search/row'
import { benchNow, generateRows } from '../search/generate-rows'

/** The generated sites as fresh today as they are at the moment of the search benchmark. */
export function* rowsOfToday(count: number): Generator<CatalogueRow> {
  const later = Date.now() - benchNow.getTime()
  for (const row of generateRows(count)) {
    const { confirmedMs, confirmByMs, publishedMs } = row
    yield {
      ...row,
      ...{ confirmedMs: confirmedMs + later, confirmByMs: confirmByMs + later, publishedMs: publishedMs + later },
    }
  }
}
