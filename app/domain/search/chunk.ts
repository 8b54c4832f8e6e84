import { blockRows } from './blocks'

/**
 * Rows that are looked at together, and what is known of each so far: bits of the conditions that it misses and of those
 * that it leaves open. Rows that cannot count anywhere any more are taken out at once.
 */
export type Chunk = { count: number; rows: Uint32Array; miss: Uint32Array; open: Uint32Array }

/** An empty chunk. */
export function makeChunk(): Chunk {
  const words = () => new Uint32Array(blockRows)
  return { count: 0, rows: words(), miss: words(), open: words() }
}

/** Takes the rows from `start` to before `end`. */
export function fillChunk(chunk: Chunk, start: number, end: number): void {
  chunk.count = end - start
  for (let at = 0; at < chunk.count; at++) chunk.rows[at] = start + at
  chunk.miss.fill(0)
  chunk.open.fill(0)
}

/** Takes the rows of a list from `start` to before `end`. */
export function copyChunk(chunk: Chunk, list: Uint32Array, start: number, end: number): void {
  chunk.count = end - start
  chunk.rows.set(list.subarray(start, end))
  chunk.miss.fill(0)
  chunk.open.fill(0)
}
