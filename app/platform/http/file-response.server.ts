import { readRange, type ByteRange } from './byte-range'

type GivenFile = {
  contentType: string
  tag: string
  open(range?: ByteRange): Promise<{ stream: ReadableStream<Uint8Array>; size: number } | null>
}

type Options = {
  headers: Record<string, string>
  /** Bytes of the whole, for a file that may be asked for in parts. */
  size?: number
  /** See AppLoadContext: what a slow visitor has not taken must not pile up in memory. */
  untilTaken: () => Promise<void>
}

/**
 * A stored file as it is read: 304 for one the browser has, 206 and 416 for parts of it, null when the storage does not
 * have it. That nobody guesses another type, the headers of every answer say.
 */
export async function fileResponse(request: Request, file: GivenFile, options: Options): Promise<Response | null> {
  const headers = new Headers({ ...options.headers, ETag: file.tag })
  if (request.headers.get('If-None-Match') === file.tag) return new Response(null, { status: 304, headers })
  if (options.size !== undefined) headers.set('Accept-Ranges', 'bytes')
  const range = askedRange(request, file, options.size)
  if (range === 'outside') {
    headers.set('Content-Range', `bytes */${options.size}`)
    return new Response(null, { status: 416, headers })
  }
  const opened = await file.open(range ?? undefined)
  if (opened === null) return null
  headers.set('Content-Type', file.contentType)
  headers.set('Content-Length', String(range ? range.last - range.first + 1 : opened.size))
  if (range) headers.set('Content-Range', `bytes ${range.first}-${range.last}/${opened.size}`)
  if (request.method === 'HEAD') await opened.stream.cancel()
  const body = request.method === 'HEAD' ? null : inStep(opened.stream, request.signal, options.untilTaken)
  return new Response(body, { status: range ? 206 : 200, headers })
}

function askedRange(request: Request, file: GivenFile, size: number | undefined): ByteRange | 'outside' | null {
  const sameFile = request.headers.get('If-Range') ?? file.tag
  if (size === undefined || sameFile !== file.tag) return null
  const range = readRange(request.headers.get('Range'), size)
  return range === 'whole' ? null : range
}

/** Reads on when the visitor has taken what came before, and stops when the visitor is gone. */
function inStep(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  untilTaken: () => Promise<void>,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await untilTaken()
        const { done, value } = signal.aborted ? { done: true, value: undefined } : await reader.read()
        if (!done && value !== undefined) return controller.enqueue(value)
        if (signal.aborted) await reader.cancel()
        controller.close()
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
