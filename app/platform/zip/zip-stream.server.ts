import { Zip, ZipDeflate } from 'fflate'

export type ZipEntry = { name: string; bytes: Uint8Array }

/** An archive of the entries, made while it is taken: one entry at a time is in memory. */
export function zipStream(entries: AsyncIterator<ZipEntry>): ReadableStream<Uint8Array> {
  const archive = new Zip()
  return new ReadableStream({
    start(controller) {
      archive.ondata = (error, chunk, isLast) => {
        if (error) return controller.error(error)
        if (chunk.length > 0) controller.enqueue(chunk)
        if (isLast) controller.close()
      }
    },
    async pull() {
      const next = await entries.next()
      if (next.done) return archive.end()
      const file = new ZipDeflate(next.value.name)
      archive.add(file)
      file.push(next.value.bytes, true)
    },
  })
}
