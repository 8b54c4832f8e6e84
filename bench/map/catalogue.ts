// Loaded by Node before the built product: its catalogue is full already, with generated sites, and follows nothing.
import { makeColumns, type Columns } from '#app/domain/search/columns'
import { isMainThread } from 'node:worker_threads'
import { benchPlaces } from '../search/generate-rows'
import { rowsOfToday } from './rows-of-today'

type KeptCatalogue = { columns: Columns; refresh: () => Promise<void>; poll: () => Promise<void> }

if (isMainThread) {
  const columns = makeColumns(rowsOfToday(Number(process.env.BENCH_SITES)), benchPlaces)
  const follow = () => Promise.resolve()
  const kept: { __alanCatalogue?: KeptCatalogue } = globalThis as never
  kept.__alanCatalogue = { columns, refresh: follow, poll: follow }
}
