/** Streams that one person, and one address of the network (an office shares one), may hold open on a node, and all. */
const limits = { owner: 12, client: 60, all: 5000 } as const

/** Proxies cut a line on which nothing is said for a minute. */
export const heartbeatMs = 25_000

export type Stream = {
  /** Says one event to the page. */
  say: (event: string, data: object) => void
  /** Ends the stream; the page may come again. */
  close: () => void
}

type Opening = {
  /** Whose it is: a person, or who has the link of a case. */
  owner: string
  client: string
  signal: AbortSignal
  /** Begins to say things; gives what has to be ended with the stream. */
  begin: (stream: Stream) => Promise<() => void>
  /** Asked at each heartbeat: whether the page may still listen. */
  isAllowed: () => Promise<boolean>
}

const open = new Set<{ owner: string; client: string; close: () => void }>()

/** How many streams are open on this node. */
export function countStreams(): number {
  return open.size
}

/** Ends all streams of this node: when it stops. */
export function closeStreams(): void {
  for (const stream of [...open]) stream.close()
}

/** Whether one more stream would be too many for its owner, its address or this node. */
export function isFull({ owner, client }: Pick<Opening, 'owner' | 'client'>): boolean {
  const streams = [...open]
  return (
    streams.length >= limits.all ||
    streams.filter((stream) => stream.owner === owner).length >= limits.owner ||
    streams.filter((stream) => stream.client === client).length >= limits.client
  )
}

/**
 * A stream of server-sent events: not compressed and not kept by anybody on the way, with a heartbeat, ended when the
 * visitor goes, when `isAllowed` says no, and when the node stops.
 */
export function eventStream({ owner, client, signal, begin, isAllowed }: Opening): Response {
  const encoder = new TextEncoder()
  let leave = () => {}
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      let isOpen = true
      let finish = () => {}
      const write = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text))
      }
      const end = () => {
        if (!isOpen) return
        isOpen = false
        open.delete(entry)
        clearInterval(heartbeat)
        signal.removeEventListener('abort', close)
        finish()
      }
      const close = () => {
        if (!isOpen) return
        end()
        controller.close()
      }
      const beat = async () => {
        if (await isAllowed().catch(() => false)) write(': alive\n\n')
        else close()
      }
      const heartbeat = setInterval(() => void beat(), heartbeatMs)
      const entry = { owner, client, close }
      open.add(entry)
      // The reader has given up the stream, which is closed then.
      leave = end
      signal.addEventListener('abort', close)
      write(': open\n\n')
      const say = (event: string, data: object) => {
        write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      }
      const listening = await begin({ say, close }).catch((error: unknown) => {
        end()
        throw error
      })
      // The visitor may have gone while it began.
      if (isOpen) finish = listening
      else listening()
    },
    cancel: () => leave(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
