import type { Readable } from 'node:stream'

/** A Node stream as a web stream that reads no further than it is asked to, and lets go of its source when it is cancelled. */
export function streamOf(source: Readable): ReadableStream<Uint8Array> {
  const pieces = source.iterator({ destroyOnReturn: true }) as AsyncIterator<Uint8Array>
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await pieces.next()
        if (piece.done) controller.close()
        else controller.enqueue(piece.value)
      },
      cancel() {
        source.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}
