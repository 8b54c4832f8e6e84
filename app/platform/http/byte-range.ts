/** First and last byte, both included. */
export type ByteRange = { first: number; last: number }

/**
 * The one part that a `Range` header asks of `size` bytes. `whole` for no header, several parts or one that is no range
 * of bytes, which is answered in full; `outside` when nothing of it is there (416).
 */
export function readRange(header: string | null, size: number): ByteRange | 'whole' | 'outside' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  const [, from = '', to = ''] = asked ?? []
  if (from === '' && to === '') return 'whole'
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'outside' : { first: size - length, last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return 'whole'
  return first >= size ? 'outside' : { first, last }
}
