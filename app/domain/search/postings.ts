/**
 * Lists of rising row numbers as the differences between them, a byte for most: many lists in one run of bytes.
 * `starts[list]` is where a list begins, `starts[list + 1]` where it ends.
 */
export type Postings = { bytes: Uint8Array; starts: Uint32Array }

/** Calls `take` for every list that a row is in; the rows have to come in rising order. */
export type EachPosting = (take: (list: number, row: number) => void) => void

/** Lists from what `each` gives; it is asked twice, first for the lengths. */
export function packPostings(lists: number, each: EachPosting): Postings {
  const last = new Int32Array(lists).fill(-1)
  const starts = new Uint32Array(lists + 1)
  each((list, row) => {
    starts[list + 1] = (starts[list + 1] as number) + widthOf(row - (last[list] as number))
    last[list] = row
  })
  for (let list = 0; list < lists; list++) starts[list + 1] = (starts[list + 1] as number) + (starts[list] as number)
  const bytes = new Uint8Array(starts[lists] ?? 0)
  const at = starts.slice()
  last.fill(-1)
  each((list, row) => {
    let gap = row - (last[list] as number)
    let place = at[list] as number
    for (; gap >= 128; gap >>>= 7) bytes[place++] = (gap & 127) | 128
    bytes[place++] = gap
    at[list] = place
    last[list] = row
  })
  return { bytes, starts }
}

function widthOf(gap: number): number {
  if (gap < 1 << 7) return 1
  if (gap < 1 << 14) return 2
  if (gap < 1 << 21) return 3
  return gap < 1 << 28 ? 4 : 5
}

/** Writes the rows of a list into `rows`, which has to be long enough, and says how many there are. */
export function readPostings({ bytes, starts }: Postings, list: number, rows: Uint32Array): number {
  const end = starts[list + 1] as number
  let row = -1
  let count = 0
  for (let at = starts[list] as number; at < end;) {
    let byte = bytes[at++] as number
    let gap = byte & 127
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] as number
      gap |= (byte & 127) << shift
    }
    row += gap
    rows[count++] = row
  }
  return count
}
